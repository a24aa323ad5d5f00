const firsts = [
  'Wolken',
  'Maan',
  'Sterren',
  'Zilver',
  'Koper',
  'Nevel',
  'Donder',
  'Vonken',
  'Egel',
  'Otter',
  'Libellen',
  'Kikker',
  'Walvis',
  'Kraanvogel',
  'Regenboog',
  'Schemer',
];
const lasts = ['beek', 'veen', 'meer', 'wolde', 'rade', 'hoven', 'donk', 'gors', 'wijk', 'dijk'];

/** The places of the demo's country: 160 names that no map has. */
export const placeNames: readonly string[] = lasts.flatMap((last) =>
  firsts.map((first) => first + last),
);
