import { languages } from '../language.ts';
import { isWithin, type Tlp } from '../tlp.ts';
import type { Rule } from './rule.ts';

// At the start of a line it marks the text; in a sentence it may speak of another document.
const marking = /^[\s[(]*TLP:\s?(RED|AMBER\+STRICT|AMBER|GREEN)\b/gim;

/** No text carries a TLP marking narrower than the version's own label: pasted text that was meant for fewer. */
export const noNarrowerMarking: Rule = ({ tlp, content }) =>
  languages.flatMap((language) =>
    (['title', 'summary', 'description', 'advice'] as const).flatMap((field) => {
      const found = [...content.texts[language][field].matchAll(marking)]
        .map((match) => match[1]?.toUpperCase() as Tlp)
        .find((label) => !isWithin(label, tlp));
      if (!found) return [];
      return [
        {
          path: `content.texts.${language}.${field}`,
          message: {
            nl: `Hier staat TLP:${found}, maar de versie is TLP:${tlp}; haal de tekst weg of geef de versie dat label.`,
            en: `This says TLP:${found}, but the version is TLP:${tlp}; take the text out or label the version so.`,
          },
        },
      ];
    }),
  );
