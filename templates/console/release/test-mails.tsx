import type { Language } from '../../../src/advisory/language.ts';
import type { TestMail } from '../../../src/fanout/test-mail/list.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FormFoot } from '../form-foot.tsx';
import type { MessagePageProps } from './message-page.tsx';
import { words } from './message-words.ts';

/** Sends the message that is looked at to the operator, and says what became of the tests before. */
export function TestMails({ frame, version, selection, tests, filled }: MessagePageProps) {
  const { language, caller } = frame;
  const w = words[language];
  const query = selection?.query ?? '';
  return (
    <>
      {selection && (
        <form
          id="test-mail"
          method="post"
          action={`/console/versions/${version.id}/test-mails?${query}`}
        >
          <h2>{w.test}</h2>
          <ErrorSummary filled={filled} language={language} />
          <p>{w.testWhat(caller.operator.email)}</p>
          <FormFoot label={w.send} style="second" />
        </form>
      )}
      {tests.length > 0 && <h2>{w.tests}</h2>}
      <ul>
        {tests.map((test) => (
          <li>
            {w.asked} <Moment at={test.askedAt} language={language} />: {said(test, language)}
          </li>
        ))}
      </ul>
    </>
  );
}

function said({ sent, detail }: TestMail, language: Language): string {
  const w = words[language];
  if (sent === null) return w.waiting;
  return `${sent ? w.sent : w.failed} (${detail})`;
}
