import type { Tlp } from '../../tlp.ts';
import type { CsafDocument, Label } from './document.ts';

const tlpOf: Record<Label, Tlp> = { WHITE: 'CLEAR', GREEN: 'GREEN', AMBER: 'AMBER', RED: 'RED' };

/** CSAF 2.0 knows TLP 1.0: CLEAR is WHITE there, and of AMBER+STRICT it knows nothing. */
export const labelOf: Record<Exclude<Tlp, 'AMBER+STRICT'>, Label> = {
  CLEAR: 'WHITE',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  RED: 'RED',
};

/** Who may see a document; one that does not say is not for everybody: AMBER. */
export function tlpOfDocument({ document }: CsafDocument): { tlp: Tlp; isGuess: boolean } {
  const label = document.distribution?.tlp?.label;
  return label ? { tlp: tlpOf[label], isGuess: false } : { tlp: 'AMBER', isGuess: true };
}
