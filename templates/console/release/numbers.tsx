import type { Language } from '../../../src/advisory/language.ts';
import type { Preview, Share } from '../../../src/fanout/preview.ts';
import { kindWords } from '../../kind-words.ts';
import { reasonInWords } from '../left-out.ts';
import { Table } from '../table.tsx';
import { Keyless } from './keyless.tsx';
import { lineName, words } from './words.ts';

type Props = { preview: Preview; language: Language };

/** How many names are written out; the rest are counted. */
const most = 200;

/** Who receives what, and above all who does not. */
export function Numbers({ preview, language }: Props) {
  const w = words[language];
  const { addressCount, organisationCount, digest } = preview;
  return (
    <>
      <p class="figure">
        <strong>{w.addresses(addressCount, organisationCount)}</strong>
      </p>
      <Unreachable preview={preview} language={language} />
      <Keyless keyless={preview.keyless} language={language} />
      <h2>{w.perLine}</h2>
      <Lines preview={preview} language={language} />
      <h2>{w.leftOut}</h2>
      <LeftOut preview={preview} language={language} />
      <p class="quiet">
        {w.digest}: <code>{digest}</code>. {w.seen}
      </p>
    </>
  );
}

function Unreachable({ preview: { unreachable }, language }: Props) {
  const w = words[language];
  if (unreachable.length === 0) return null;
  return (
    <section class="loud" aria-labelledby="unreachable">
      <h2 id="unreachable">{w.unreachable(unreachable.length)}</h2>
      <p>{w.unreachableWhat}</p>
      <ul>
        {unreachable.slice(0, most).map(({ organisationId, name, kind }) => (
          <li>
            <a href={`/console/organisations/${organisationId}`}>{name}</a> (
            {kindWords[language][kind]})
          </li>
        ))}
      </ul>
      {unreachable.length > most && <p>{w.more(unreachable.length - most)}</p>}
    </section>
  );
}

function Lines({ preview: { lines }, language }: Props) {
  const w = words[language];
  const rows = lines.map(({ name, organisations, shares }) => (
    <tr>
      <th scope="row">{lineName(name, language)}</th>
      <td>{organisations}</td>
      <td>
        <Shares shares={shares.filter(({ reason }) => reason === null)} language={language} />
      </td>
      <td>
        <Reasons shares={shares.filter(({ reason }) => reason !== null)} language={language} />
      </td>
    </tr>
  ));
  const head = [w.line, w.organisations, w.messages, w.leftOutCount];
  return <Table id="lines" caption={w.linesCaption} head={head} empty={w.nobody} rows={rows} />;
}

function Shares({ shares, language }: { shares: Share[]; language: Language }) {
  const w = words[language];
  if (shares.length === 0) return <strong>{w.none}</strong>;
  return (
    <ul class="lines">
      {shares.map(({ channel, form, count }) => (
        <li>
          {count} {channel}, {w.form[form]}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ shares, language }: { shares: Share[]; language: Language }) {
  if (shares.length === 0) return <>{words[language].none}</>;
  return (
    <ul class="lines">
      {shares.map(({ channel, count, reason }) => (
        <li>
          {count} {channel}: {reasonInWords(reason ?? '', language)}
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ preview: { leftOut }, language }: Props) {
  const w = words[language];
  const rows = leftOut.slice(0, most).map(({ organisations, contact, channel, reason }) => (
    <tr>
      <th scope="row">{contact}</th>
      <td>{organisations.join(', ')}</td>
      <td>{channel}</td>
      <td>{reasonInWords(reason, language)}</td>
    </tr>
  ));
  const head = [w.contact, w.organisations, w.channel, w.reason];
  return (
    <>
      <Table
        id="left-out"
        caption={w.leftOutCaption(leftOut.length)}
        head={head}
        empty={w.nobodyLeftOut}
        rows={rows}
      />
      {leftOut.length > most && <p>{w.more(leftOut.length - most)}</p>}
    </>
  );
}
