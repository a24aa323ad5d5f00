import type { Language } from '../../../src/advisory/language.ts';
import type { OpenSession } from '../../../src/operator/list-sessions.ts';
import { formatMoment, Moment } from '../../moment.tsx';
import { Table } from '../table.tsx';
import { accountWords } from './words.ts';

type Props = {
  language: Language;
  sessions: readonly OpenSession[];
  /** The reader's own, which is ended by signing out. */
  here?: number | undefined;
  /** Where a session is ended; absent: it is only looked at. */
  actionOf?: ((id: number) => string) | undefined;
};

/** Open sessions, each with the way to end it. */
export function Sessions({ language, sessions, here, actionOf }: Props) {
  const w = accountWords[language];
  const rows = sessions.map(({ id, createdAt, lastUsedAt, userAgent }) => (
    <tr>
      <th scope="row">
        <Moment at={createdAt} language={language} />
      </th>
      <td>
        <Moment at={lastUsedAt} language={language} />
      </td>
      <td>{browserIn(userAgent) || w.unknown}</td>
      <td>
        {id === here && w.here}
        {id !== here && actionOf && (
          <form method="post" action={actionOf(id)}>
            <button type="submit" class="second">
              {w.end} <span class="unseen">({w.endOf(formatMoment(createdAt, language))})</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  ));
  return (
    <Table
      id="sessions"
      caption={<span class="unseen">{w.sessions}</span>}
      head={[w.since, w.used, w.browser, w.action]}
      empty={w.noSessions}
      rows={rows}
    />
  );
}

/** Its name and system, as far as it says so: enough to recognise one's own. */
function browserIn(userAgent: string): string {
  const [name] = userAgent.match(/(Firefox|Edg|Chrome|Safari)\/\d+/) ?? [''];
  const [system] = userAgent.match(/Windows|Macintosh|Android|iPhone|iPad|Linux/) ?? [''];
  return [name.replace('/', ' '), system].filter(Boolean).join(', ') || userAgent.slice(0, 60);
}
