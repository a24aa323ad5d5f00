import type { DroppedMail, InboundSum } from '../../../src/acknowledgement/inbound/list-inbound.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatDay, Moment } from '../../moment.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { returnedMailWords } from './words.ts';

type Props = { frame: Frame; days: number; sums: InboundSum[]; dropped: DroppedMail[] };

/** How much mail came back and what became of it; of what changed nothing, why and on which message. */
export function ReturnedMailPage({ frame, days, sums, dropped }: Props) {
  const { language } = frame;
  const w = returnedMailWords[language];
  return (
    <ConsoleFrame {...frame} title={w.title} here="returned mail">
      <h1>{w.title}</h1>
      <p>{w.about}</p>
      <Table
        id="sums"
        caption={w.sums(days)}
        head={[w.became, w.why, w.messages, w.last]}
        empty={w.noSums}
        rows={sums.map((sum) => (
          <tr>
            <th scope="row">{w.outcomes[sum.outcome]}</th>
            <td>{wordsOf(sum.reason, language)}</td>
            <td class="number">{sum.messages}</td>
            <td>{formatDay(sum.lastDay, language)}</td>
          </tr>
        ))}
      />
      <h2>{w.dropped}</h2>
      {dropped.length > 0 && <p>{w.droppedAbout}</p>}
      <Table
        id="dropped"
        caption={w.dropped}
        headed
        head={[w.when, w.why, w.whose, w.dispatch]}
        empty={w.noDropped}
        rows={dropped.map((mail) => <Dropped mail={mail} language={language} />)}
      />
    </ConsoleFrame>
  );
}

function Dropped({ mail, language }: { mail: DroppedMail; language: Language }) {
  const { at, reason, dispatchId, trackingId } = mail;
  return (
    <tr>
      <th scope="row">
        <Moment at={at} language={language} />
      </th>
      <td>{wordsOf(reason, language)}</td>
      <td>
        <Whose mail={mail} language={language} />
      </td>
      <td>
        {dispatchId && <a href={`/console/dispatches/${dispatchId}`}>{trackingId ?? dispatchId}</a>}
      </td>
    </tr>
  );
}

function Whose({ mail, language }: { mail: DroppedMail; language: Language }) {
  const w = returnedMailWords[language];
  const { contactId, contact, organisations, dispatchId } = mail;
  if (contactId === null) return <>{dispatchId === null ? w.unknown : w.reader}</>;
  return (
    <>
      <a href={`/console/contacts/${contactId}`}>{contact}</a>, {organisations.join(', ')}
    </>
  );
}

const wordsOf = (reason: string | null, language: Language) =>
  reason === null ? '' : (returnedMailWords[language].reasons[reason] ?? reason);
