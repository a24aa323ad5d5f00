import type { Language } from '../../src/advisory/language.ts';
import { type Filled, fieldId } from './filled.ts';

const words = {
  nl: {
    title: 'Er klopt iets niet',
    count: (n: number) => `${n} velden vragen om een verbetering`,
  },
  en: { title: 'Something is not right', count: (n: number) => `${n} fields need a correction` },
};

type Props = {
  filled: Filled;
  language: Language;
  /** The field at which a finding is shown, where that is not its own path. */
  placeOf?: (path: string) => string;
};

/** Everything that is wrong with a form, above it, each with the way to its field; it takes the focus. */
export function ErrorSummary({ filled, language, placeOf = (path) => path }: Props) {
  const { form, findings, message } = filled;
  if (findings.length === 0 && message === undefined) return null;
  const w = words[language];
  const title = findings.length > 1 ? w.count(findings.length) : w.title;
  return (
    <section class="errors" aria-labelledby={`${form}-errors`} tabindex={-1} autofocus>
      <h2 id={`${form}-errors`}>{title}</h2>
      {message !== undefined && <p lang="en">{message}</p>}
      <ul>
        {findings.map(({ path, message: said }) => (
          <li>{path === '' ? said : <a href={`#${fieldId(form, placeOf(path))}`}>{said}</a>}</li>
        ))}
      </ul>
    </section>
  );
}
