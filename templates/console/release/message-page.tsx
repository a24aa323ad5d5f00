import type { Version } from '../../../src/advisory/version.ts';
import type { Letter } from '../../../src/channel/channel.ts';
import type { Sample } from '../../../src/fanout/sample.ts';
import type { SampleRecipient } from '../../../src/fanout/sample-recipients.ts';
import type { TestMail } from '../../../src/fanout/test-mail/list.ts';
import { TextField } from '../field.tsx';
import { type Filled, unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { reasonInWords } from '../left-out.ts';
import { Table } from '../table.tsx';
import { Heading } from './heading.tsx';
import { LetterView } from './letter-view.tsx';
import { words } from './message-words.ts';
import { TestMails } from './test-mails.tsx';

export type MessagePageProps = {
  frame: Frame;
  version: Version;
  reason: Sample['reason'];
  search: string;
  recipients: SampleRecipient[];
  /** There are more than are shown. */
  more: boolean;
  selection: { sample: Sample; recipient: SampleRecipient | null; query: string } | null;
  /** The chosen recipient's, its personal links filled with nothing. */
  letter: Letter | null;
  from: string;
  tests: TestMail[];
  filled: Filled;
};

/** The message as any recipient will get it. */
export function MessagePage(props: MessagePageProps) {
  const { frame, version, reason, selection } = props;
  const { language } = frame;
  const w = words[language];
  const back = reason === 'withdrawal' ? 'withdrawal' : 'preview';
  return (
    <ConsoleFrame {...frame} title={`${w.title}: ${version.trackingId}`} here="advisories">
      <Heading title={w.title} version={version} language={language} />
      <p>
        <a href={`/console/versions/${version.id}/${back}`}>{w.back}</a>
      </p>
      {selection ? <LetterView {...props} /> : <p>{w.choose}</p>}
      <TestMails {...props} />
      <h2>{w.recipients}</h2>
      <Public {...props} />
      <Search {...props} />
      <Recipients {...props} />
    </ConsoleFrame>
  );
}

function Public({ frame: { language }, version, reason }: MessagePageProps) {
  const w = words[language];
  if (version.tlp !== 'CLEAR') return null;
  const path = `/console/versions/${version.id}/message?reason=${reason}`;
  return (
    <p>
      {w.public} <a href={`${path}&public=nl`}>{w.inDutch}</a>,{' '}
      <a href={`${path}&public=en`}>{w.inEnglish}</a>
    </p>
  );
}

function Search({ frame: { language }, version, reason, search }: MessagePageProps) {
  const w = words[language];
  return (
    <form class="search" method="get" action={`/console/versions/${version.id}/message`}>
      <input type="hidden" name="reason" value={reason} />
      <TextField
        filled={unsent('recipients')}
        path="search"
        type="search"
        label={w.search}
        value={search}
      />
      <FormFoot label={w.find} />
    </form>
  );
}

function Recipients({ frame: { language }, version, reason, recipients, more }: MessagePageProps) {
  const w = words[language];
  const rows = recipients.map((each) => (
    <tr>
      <th scope="row">{each.contact}</th>
      <td>{each.organisations.join(', ')}</td>
      <td>
        {each.channel}: {each.target}
      </td>
      <td>{each.reason ? reasonInWords(each.reason, language) : w.form[each.form]}</td>
      <td>
        {!each.reason && (
          <a
            href={`/console/versions/${version.id}/message?reason=${reason}&address=${each.addressId}`}
          >
            {w.show}
            <span class="unseen"> {each.target}</span>
          </a>
        )}
      </td>
    </tr>
  ));
  const head = [w.contact, w.organisations, w.address, w.gets, w.message];
  return (
    <>
      <Table id="recipients" caption={w.addresses} head={head} empty={w.nobody} rows={rows} />
      {more && <p>{w.more}</p>}
    </>
  );
}
