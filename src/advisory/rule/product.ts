import { languages } from '../language.ts';
import type { Rule } from './rule.ts';

/** A version names a product, or its description says why none can be named. */
export const productOrExplanation: Rule = ({ content }) => {
  if (content.products.length > 0) return [];
  return languages
    .filter((language) => content.texts[language].description.trim() === '')
    .map((language) => ({
      path: `content.texts.${language}.description`,
      message: {
        nl: 'Noem ten minste één product, of leg in de beschrijving uit waarom dat niet kan.',
        en: 'Name at least one product, or explain in the description why none can be named.',
      },
    }));
};
