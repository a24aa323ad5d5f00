import type { Language } from '../../../src/advisory/language.ts';
import type { ChainState } from '../../../src/audit/find-chain.ts';
import type { EntryFilter, ListedEntry } from '../../../src/audit/list-entries.ts';
import { MomentField, TextField } from '../field.tsx';
import { unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { Chain, type Checked } from './chain.tsx';
import { words } from './words.ts';

export type AuditPageProps = Checked & {
  frame: Frame;
  chain: ChainState;
  filter: EntryFilter;
  entries: ListedEntry[];
  /** The filter as the address says it. */
  query: string;
  /** The way to the entries before these. */
  older: string | null;
  isFirst: boolean;
};

/** What happened, who did it, and whether the record of it is whole. */
export function AuditPage(props: AuditPageProps) {
  const { frame, entries, query, older, isFirst } = props;
  const { language } = frame;
  const w = words[language];
  const head = [w.at, w.actor, w.action, w.object, w.result, w.origin, w.detail, w.position];
  const rows = entries.map((entry) => <Row entry={entry} language={language} />);
  return (
    <ConsoleFrame {...frame} title={w.title} here="audit">
      <h1>{w.title}</h1>
      <Chain {...props} />
      <h2>{w.entries}</h2>
      <Filter {...props} />
      <Table id="entries" caption={w.caption} head={head} empty={w.none} rows={rows} />
      <p class="actions">
        {!isFirst && <a href={`/console/audit?${query}`}>{w.newest}</a>}
        {older && <a href={older}>{w.older}</a>}
        <a href={`/console/audit/entries.csv?${query}`}>{w.csv}</a>
        <a href={`/console/audit/entries.jsonl?${query}`}>{w.jsonl}</a>
      </p>
    </ConsoleFrame>
  );
}

function Row({ entry, language }: { entry: ListedEntry; language: Language }) {
  const { at, actor, name, action, object, result, origin, detail, position } = entry;
  return (
    <tr>
      <th scope="row">
        <time datetime={at.toISOString()}>{at.toISOString().slice(0, 19).replace('T', ' ')}</time>
      </th>
      <td>
        {name && (
          <>
            {name}
            <br />
          </>
        )}
        <code>{actor}</code>
      </td>
      <td>{action}</td>
      <td>
        <code>{object}</code>
      </td>
      <td>{result === 'ok' ? result : <strong>{result}</strong>}</td>
      <td>{origin}</td>
      <td>
        <code class="detail">{JSON.stringify(detail)}</code>
      </td>
      <td>{position ?? words[language].wait}</td>
    </tr>
  );
}

function Filter({ frame: { language }, filter }: AuditPageProps) {
  const w = words[language];
  const filled = unsent('audit');
  return (
    <form class="search" method="get" action="/console/audit">
      <TextField
        filled={filled}
        path="actor"
        label={w.actor}
        hint={w.actorHint}
        value={filter.actor}
      />
      <TextField
        filled={filled}
        path="action"
        label={w.action}
        hint={w.actionHint}
        value={filter.action}
      />
      <TextField
        filled={filled}
        path="object"
        label={w.object}
        hint={w.objectHint}
        value={filter.object}
      />
      <MomentField filled={filled} path="from" label={w.from} value={filter.from} />
      <MomentField filled={filled} path="to" label={w.to} value={filter.to} />
      <FormFoot label={w.show} />
    </form>
  );
}
