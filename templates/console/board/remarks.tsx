import type { Origin } from '../../../src/acknowledgement/choice.ts';
import type { SaidRemark } from '../../../src/acknowledgement/list-remarks.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { Moment } from '../../moment.tsx';

const nl = {
  title: 'Wat zij schreven',
  doubted: 'lijkt automatisch en telt nog niet',
  origins: {
    link: 'via de pagina',
    reply: 'per mail',
    button: 'via een knop',
    api: 'via de API',
    phone: 'aan de telefoon',
  } satisfies Record<Origin, string>,
};
const en: typeof nl = {
  title: 'What they wrote',
  doubted: 'looks automatic and does not count yet',
  origins: {
    link: 'by the page',
    reply: 'by mail',
    button: 'by a button',
    api: 'by the API',
    phone: 'on the phone',
  },
};
const words: Record<Language, typeof nl> = { nl, en };

type Props = { remarks: readonly SaidRemark[]; language: Language };

/** What an organisation's people wrote with their answers, in their own words. */
export function Remarks({ remarks, language }: Props) {
  const w = words[language];
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{w.title}</h2>
      {remarks.map(({ ordinal, origin, contact, saidBy, remark, doubted, at }) => (
        <>
          <p>
            <strong>{[saidBy, contact].filter(Boolean).join(', ') || w.origins[origin]}</strong>,{' '}
            {formatOrdinal(ordinal)}, {w.origins[origin]}, <Moment at={at} language={language} />
            {doubted && (
              <>
                , <strong class="bad">{w.doubted}</strong>
              </>
            )}
          </p>
          <p class="text">{remark}</p>
        </>
      ))}
    </section>
  );
}
