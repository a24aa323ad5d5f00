import type { Language } from '../../src/advisory/language.ts';

const words = {
  nl: { label: 'Bladeren', first: 'Terug naar het begin', next: 'Volgende bladzijde' },
  en: { label: 'Pages', first: 'Back to the start', next: 'Next page' },
};

type PagerProps = { language: Language; first: string | null; next: string | null };

/** The way on through a list that is read by a key (the last row of this page), and back to its start. */
export function Pager({ language, first, next }: PagerProps) {
  if (!first && !next) return null;
  const w = words[language];
  return (
    <nav aria-label={w.label}>
      <ul class="pages">
        {first && (
          <li>
            <a href={first}>{w.first}</a>
          </li>
        )}
        {next && (
          <li>
            <a href={next} rel="next">
              {w.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
