/** The two choices of a member of the public, as they are named everywhere. */
export const choiceWords = {
  nl: {
    all: 'Alle openbare beveiligingsadviezen',
    urgent: 'Alleen urgente adviezen (kans en schade allebei hoog)',
  },
  en: {
    all: 'All public security advisories',
    urgent: 'Only urgent advisories (likelihood and impact both high)',
  },
};
