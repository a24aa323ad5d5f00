import { formatOrdinal } from '../ordinal.ts';
import { formatRisk, isRaised } from '../risk.ts';
import type { Bilingual } from '../text.ts';
import type { Before, Candidate, Problem, Rule } from './rule.ts';

const problem = (path: string, nl: string, en: string): Problem => ({ path, message: { nl, en } });

/** The first version, and no other, is a `first`; and a withdrawal is never a version. */
export const firstOnce: Rule = ({ ordinal, change }) => {
  if (change === 'withdrawal') {
    return [
      problem(
        'change',
        'Intrekken gebeurt naast een versie; kies een andere soort wijziging, of trek de versie zelf in.',
        'A withdrawal stands beside a version; choose another kind of change, or withdraw the version itself.',
      ),
    ];
  }
  if ((ordinal === 0) === (change === 'first')) return [];
  if (ordinal === 0) {
    return [
      problem(
        'change',
        'Versie 1.00 is een eerste versie.',
        'Version 1.00 is a first version: choose first.',
      ),
    ];
  }
  return [
    problem(
      'change',
      `Versie ${formatOrdinal(ordinal)} is geen eerste versie; kies wat er sinds de vorige veranderde.`,
      `Version ${formatOrdinal(ordinal)} is not the first; choose what changed since the one before.`,
    ),
  ];
};

/** `raised` says that the risk went up, and a risk that went up is not hidden under another word. */
export const raisedWhenRaised: Rule = (candidate, before) => {
  if (!before) return [];
  const from = formatRisk(before);
  const to = formatRisk(candidate);
  const went = isRaised(before, candidate);
  if (candidate.change === 'raised' && !went) {
    return [
      problem(
        'change',
        `Het risico ging niet omhoog (${from} → ${to}); kies een andere soort wijziging.`,
        `The risk did not go up (${from} → ${to}); choose another kind of change.`,
      ),
    ];
  }
  if (!went || candidate.change === 'raised' || candidate.change === 'correction') return [];
  return [
    problem(
      'change',
      `Het risico ging omhoog (${from} → ${to}); kies "raised", anders volgt de verspreiding het verkeerde beleid.`,
      `The risk went up (${from} → ${to}); choose raised, or the wrong lines of the policy are followed.`,
    ),
  ];
};

/** `editorial` is wording alone. */
export const editorialIsWording: Rule = (candidate, before) => {
  if (!before || candidate.change !== 'editorial') return [];
  return facts(candidate, before).map(({ path, nl, en }) =>
    problem(
      path,
      `${nl} veranderde, en dat is meer dan tekst; kies een andere soort wijziging dan "editorial".`,
      `${en} changed, which is more than wording; choose another kind of change than editorial.`,
    ),
  );
};

function facts(candidate: Candidate, before: Candidate) {
  const differ = (read: (version: Candidate) => unknown) =>
    JSON.stringify(read(candidate)) !== JSON.stringify(read(before));
  return [
    { path: 'tlp', nl: 'Het TLP-label', en: 'The TLP label', changed: differ((v) => v.tlp) },
    { path: 'likelihood', nl: 'Het risico', en: 'The risk', changed: differ(formatRisk) },
    {
      path: 'content.products',
      nl: 'De lijst van producten',
      en: 'The list of products',
      changed: differ((v) => v.content.products),
    },
    {
      path: 'content.cves',
      nl: "De lijst van CVE's",
      en: 'The list of CVEs',
      changed: differ((v) => v.content.cves),
    },
  ].filter(({ changed }) => changed);
}

/** A correction corrects the version before: whoever got that one, and nobody else, gets it. */
export const correctionOfTheOneBefore: Rule = ({ change, correctsVersionId }, before) => {
  if (change !== 'correction') return correctsVersionId === null ? [] : [noCorrection];
  if (!before || correctsVersionId === before.id) return [];
  return [problem('correctsVersionId', correct(before, 'nl'), correct(before, 'en'))];
};

function correct(before: NonNullable<Before>, language: keyof Bilingual): string {
  const shown = formatOrdinal(before.ordinal);
  const id = before.id;
  return {
    nl: `Een correctie verbetert de vorige gepubliceerde versie, ${shown} (id ${id}); kies die. Raakt de fout een oudere versie, kies dan "content".`,
    en: `A correction corrects the published version before, ${shown} (id ${id}); choose that one. For a mistake in an older one choose content.`,
  }[language];
}

const noCorrection = problem(
  'correctsVersionId',
  'Alleen een correctie noemt een versie die zij verbetert; kies "correction" of haal de verwijzing weg.',
  'Only a correction names a version that it corrects; choose correction or take the reference out.',
);
