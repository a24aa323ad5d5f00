import { Moment } from '../../moment.tsx';
import { Table } from '../table.tsx';
import type { WebhookPageProps } from './webhook-page.tsx';
import { partnerWords } from './words.ts';

/** The newest tries of an endpoint, with what it said. */
export function Attempts({ frame: { language }, attempts }: WebhookPageProps) {
  const w = partnerWords[language];
  return (
    <Table
      id="attempts"
      caption={w.attempts}
      headed
      head={[w.when, w.what, w.status, w.took, w.answer]}
      empty={w.noAttempts}
      rows={attempts.map(({ at, deliveryId, status, durationMs, answer }) => (
        <tr>
          <th scope="row">
            <Moment at={at} language={language} />
          </th>
          <td>{deliveryId === null ? w.aTest : w.delivery(deliveryId)}</td>
          <td>
            {status !== null && status >= 200 && status < 300 ? (
              status
            ) : (
              <strong class="bad">{status ?? w.noAnswer}</strong>
            )}
          </td>
          <td>{w.ms(durationMs)}</td>
          <td>{answer}</td>
        </tr>
      ))}
    />
  );
}
