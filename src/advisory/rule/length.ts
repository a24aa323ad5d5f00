import { contentLimit, sizeOf } from '../content.ts';
import type { Rule } from './rule.ts';

/** The content stays within 256 KB. */
export const length: Rule = ({ content }) => {
  const size = sizeOf(content);
  if (size <= contentLimit) return [];
  const over = Math.ceil((size - contentLimit) / 1024);
  return [
    {
      path: 'content',
      message: {
        nl: `De inhoud mag hoogstens 256 KB zijn; maak hem ${over} KB korter.`,
        en: `The content may be 256 KB at most; make it ${over} KB shorter.`,
      },
    },
  ];
};
