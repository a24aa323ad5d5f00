import type { CsafDocument } from './document.ts';

/** What an export writes itself, whatever came in: when and by what the document was made. */
export const generatedFields = [
  '/document/tracking/generator',
  '/document/tracking/current_release_date',
] as const;

/** What an export adds where the imported document lacks it: a label, a language, where the document is served. */
export const addedFields = [
  '/document/distribution/tlp',
  '/document/lang',
  '/document/references (the one of category self)',
] as const;

/** What is the advisory's own where another publisher's document only seeded it. */
export const ownFields = [
  '/document/publisher',
  '/document/references (its origin comes first, its own addresses go)',
  '/document/aggregate_severity',
  '/document/tracking (id, version, status, dates, history)',
] as const;

/**
 * A document of our own after import and export, without what the export generated: what is left is equal, as JSON, to
 * `original` without its generated fields.
 */
export function withoutGenerated(exported: CsafDocument, original: CsafDocument): CsafDocument {
  const { generator, current_release_date, ...tracking } = exported.document.tracking;
  const { distribution, lang, references, ...meta } = exported.document;
  const before = original.document;
  const selves = before.references ?? [];
  const kept = references?.filter(({ url }) => selves.some((reference) => reference.url === url));
  return {
    ...exported,
    document: {
      ...meta,
      ...(before.distribution && { distribution: withoutLabel(distribution, before) }),
      ...(before.lang !== undefined && { lang }),
      ...(before.references && { references: kept }),
      tracking: tracking as CsafDocument['document']['tracking'],
    },
  };
}

function withoutLabel(
  distribution: CsafDocument['document']['distribution'],
  before: CsafDocument['document'],
) {
  if (before.distribution?.tlp) return distribution;
  const { tlp, ...rest } = distribution ?? {};
  return rest;
}
