/** Traffic Light Protocol 2.0 labels, from the widest circle to the narrowest (FIRST TLP 2.0). The order is the wall: a ceiling admits every label up to itself. */
export const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof tlps)[number];

/** Whether a version labelled `tlp` may pass under `ceiling`. */
export function isWithin(tlp: Tlp, ceiling: Tlp): boolean {
  return tlps.indexOf(tlp) <= tlps.indexOf(ceiling);
}
