/** The kinds of organisation. */
export const kinds = [
  'central government',
  'vital provider',
  'information hub',
  'csirt',
  'regulator',
  'partner',
] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that the CSIRT must reach by law: they are phoned when silent, and losing one pauses an Urgent dispatch. */
export const mandatoryKinds: readonly Kind[] = ['central government', 'vital provider'];
