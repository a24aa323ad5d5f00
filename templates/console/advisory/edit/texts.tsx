import { languages } from '../../../../src/advisory/language.ts';
import { words as siteWords } from '../../../site/words.ts';
import { ProseField, TextField } from '../../field.tsx';
import { type Draw, Section } from './section.tsx';

/** Title, summary, description and advice, Dutch and English side by side. */
export function Texts({ draw }: { draw: Draw }) {
  const { filled, language, w } = draw;
  const { fields } = siteWords[language];
  const named = { nl: w.inDutch, en: w.inEnglish };
  return (
    <Section draw={draw} path="content.texts" title={w.texts}>
      <div class="pair">
        {languages.map((each) => {
          const label = (field: keyof typeof fields) => `${fields[field]} (${named[each]})`;
          const at = (field: string) => ({ filled, path: `content.texts.${each}.${field}` });
          return (
            <div>
              <TextField {...at('title')} label={label('title')} />
              <ProseField {...at('summary')} label={label('summary')} rows={5} />
              <ProseField {...at('advice')} label={label('advice')} hint={w.adviceHint} rows={8} />
              <ProseField {...at('description')} label={label('description')} rows={8} />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
