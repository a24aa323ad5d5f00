import type { Language } from '../../src/advisory/language.ts';

const words = { nl: 'Bladeren', en: 'Pages' };

type Props = {
  language: Language;
  page: number;
  pages: number;
  /** What the ways on and back are called. */
  newer: string;
  older: string;
  pathOf: (page: number) => string;
};

/** The ways to the other pages of a list, where it has any. */
export function Pages({ language, page, pages, newer, older, pathOf }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={words[language]}>
      <ul class="pages">
        {page > 1 && (
          <li>
            <a href={pathOf(page - 1)} rel="prev">
              {newer}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={pathOf(page + 1)} rel="next">
              {older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
