import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';

type Named = { trackingId: string; ordinal: number };

/** The path of an advisory's page, which shows its newest version. */
export function advisoryPath(
  { trackingId }: Pick<Named, 'trackingId'>,
  language: Language,
): string {
  return `/advisories/${encodeURIComponent(trackingId)}?language=${language}`;
}

/** The path of one version's page. */
export function versionPath({ trackingId, ordinal }: Named, language: Language): string {
  const id = encodeURIComponent(trackingId);
  return `/advisories/${id}/${formatOrdinal(ordinal)}?language=${language}`;
}

/** The path of a notice's page. */
export const noticePath = ({ id }: { id: number }, language: Language) =>
  `/notices/${id}?language=${language}`;

/** The path of the list of notices, or of a page of it. */
export const noticesPath = (language: Language, page = 1) =>
  page > 1 ? `/${language}/notices?page=${page}` : `/${language}/notices`;

/** The same path in each language. */
export function inEach(path: (language: Language) => string): Record<Language, string> {
  return { nl: path('nl'), en: path('en') };
}
