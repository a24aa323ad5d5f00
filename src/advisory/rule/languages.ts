import { languages } from '../language.ts';
import type { Rule } from './rule.ts';

const fields = {
  title: { nl: 'De titel', en: 'The title' },
  summary: { nl: 'De samenvatting', en: 'The summary' },
  advice: { nl: 'Het advies', en: 'The advice' },
};
const named = { nl: { nl: 'Nederlands', en: 'Dutch' }, en: { nl: 'Engels', en: 'English' } };

/** Title, summary and advice exist in both languages. */
export const bothLanguages: Rule = ({ content }) =>
  languages.flatMap((language) =>
    (['title', 'summary', 'advice'] as const)
      .filter((field) => content.texts[language][field].trim() === '')
      .map((field) => ({
        path: `content.texts.${language}.${field}`,
        message: {
          nl: `${fields[field].nl} in het ${named[language].nl} ontbreekt; vul die in.`,
          en: `${fields[field].en} in ${named[language].en} is missing; fill it in.`,
        },
      })),
  );
