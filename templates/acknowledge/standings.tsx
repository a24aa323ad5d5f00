import type { AnswerSheet } from '../../src/acknowledgement/answer-sheet.ts';
import type { Standing } from '../../src/acknowledgement/standing.ts';
import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import { Moment } from '../moment.tsx';
import { choiceWords, statusWords, words } from './words.ts';

type Props = { sheet: AnswerSheet; language: Language };

/** How the answers of this link stand, per organisation, and by whom. */
export function Standings({ sheet, language }: Props) {
  const w = words[language];
  const answers = sheet.standings.filter((standing) => standing.choice || standing.status);
  if (answers.length === 0) return null;
  const named = sheet.standings.length > 1;
  return (
    <dl class="facts">
      {sheet.standings.map((standing) => (
        <>
          <dt>{named ? standing.name : w.answer}</dt>
          <dd>
            <Answer standing={standing} sheet={sheet} language={language} />
          </dd>
          {standing.status && (
            <>
              <dt>{named ? `${standing.name}: ${w.response}` : w.response}</dt>
              <dd>
                <Responded standing={standing} language={language} />
              </dd>
            </>
          )}
        </>
      ))}
    </dl>
  );
}

function Answer({ standing, sheet, language }: Props & { standing: Standing }) {
  const w = words[language];
  const { choice, answeredAt, answeredOrdinal, remark } = standing;
  if (choice === null || answeredAt === null) return <>{w.noAnswer}</>;
  const elsewhere =
    sheet.form === 'full' && answeredOrdinal !== null && answeredOrdinal > sheet.ordinal;
  return (
    <>
      <strong>{choiceWords[language][choice]}</strong>
      <br />
      {standing.saidBy ?? sheet.contact}, <Moment at={answeredAt} language={language} />
      {standing.origin === 'phone' && `, ${w.byPhone}`}
      {elsewhere && `, ${w.through} ${formatOrdinal(answeredOrdinal)}`}
      {standing.late && `, ${w.late}`}
      {remark && (
        <>
          <br />
          <span class="text">{remark}</span>
        </>
      )}
    </>
  );
}

function Responded({ standing, language }: { standing: Standing; language: Language }) {
  const { status, respondedAt, respondedBy } = standing;
  if (status === null || respondedAt === null) return null;
  return (
    <>
      <strong>{statusWords[language][status]}</strong>
      <br />
      {respondedBy ?? words[language].colleague}, <Moment at={respondedAt} language={language} />
    </>
  );
}
