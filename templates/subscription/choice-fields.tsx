import type { Language } from '../../src/advisory/language.ts';
import { RadiosField } from '../console/choice-field.tsx';
import type { Filled } from '../console/filled.ts';
import { choiceWords } from './words.ts';

const words = {
  nl: { which: 'Welke adviezen?', language: 'In welke taal?' },
  en: { which: 'Which advisories?', language: 'In which language?' },
};

type Props = {
  filled: Filled;
  language: Language;
  /** What is chosen now. */
  chosen: { language: Language; urgentOnly: boolean };
};

/** What somebody gets, and in which language. */
export function ChoiceFields({ filled, language, chosen }: Props) {
  const w = words[language];
  const choice = choiceWords[language];
  return (
    <>
      <RadiosField
        filled={filled}
        path="which"
        label={w.which}
        value={chosen.urgentOnly ? 'urgent' : 'all'}
        options={[
          { value: 'all', label: choice.all },
          { value: 'urgent', label: choice.urgent },
        ]}
      />
      <RadiosField
        filled={filled}
        path="language"
        label={w.language}
        value={chosen.language}
        options={[
          { value: 'nl', label: <span lang="nl">Nederlands</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
    </>
  );
}
