import type { Language } from '../../src/advisory/language.ts';
import { SelectField } from './choice-field.tsx';
import type { Filled } from './filled.ts';
import { keyTerms } from './key-terms.ts';

const words = {
  nl: { term: 'Geldig', days: (n: number) => `${n} dagen` },
  en: { term: 'Valid for', days: (n: number) => `${n} days` },
};

type Props = {
  filled: Filled;
  language: Language;
  /** In days, what stands there before anybody chooses. */
  usual: (typeof keyTerms)[number];
};

/** How long a new key is good for. */
export function KeyTermField({ filled, language, usual }: Props) {
  const w = words[language];
  const options = keyTerms.map((days) => ({ value: String(days), label: w.days(days) }));
  return (
    <SelectField
      filled={filled}
      path="days"
      label={w.term}
      options={options}
      value={String(usual)}
    />
  );
}
