import type { CsvKind } from '../../../src/audience/csv/kind.ts';
import type { Example } from '../../../src/audience/csv/outcome.ts';
import type { ImportPreview } from '../../../src/audience/csv/preview-import.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { actionWords, csvKindWords, csvWords } from './csv-words.ts';

type Props = { frame: Frame; kind: CsvKind; preview: ImportPreview };

/** What a CSV file would change, or everything that is wrong with it. */
export function CsvPreviewPage(props: Props) {
  const { frame, kind, preview } = props;
  const w = csvWords[frame.language];
  const title = `${w.outcome}: ${csvKindWords[frame.language][kind].toLowerCase()}`;
  const { importId, digest, bad } = preview;
  const { added, changed, removed } = preview.counts;
  return (
    <ConsoleFrame {...frame} title={title} here="import">
      <h1>{title}</h1>
      {bad.total > 0 ? <Mistakes {...props} /> : <Outcome {...props} />}
      <div class="actions">
        {importId !== null && added + changed + removed > 0 && (
          <form method="post" action="/console/import/csv/apply">
            <input type="hidden" name="importId" value={importId} />
            <input type="hidden" name="digest" value={digest} />
            <FormFoot label={w.apply} />
          </form>
        )}
        <a href="/console/import/csv">{w.anew}</a>
      </div>
    </ConsoleFrame>
  );
}

function Mistakes({ frame: { language }, preview: { bad } }: Props) {
  const w = csvWords[language];
  return (
    <>
      <p class="banner">{w.badNote}</p>
      <Table
        id="bad"
        caption={w.bad(bad.shown.length, bad.total)}
        head={[w.line, w.column, w.problem]}
        empty=""
        rows={bad.shown.map(({ line, column, message }) => (
          <tr>
            <th scope="row">{line}</th>
            <td>{column || '–'}</td>
            <td lang="en">{message}</td>
          </tr>
        ))}
      />
    </>
  );
}

function Outcome({ frame: { language }, preview: { counts, examples } }: Props) {
  const w = csvWords[language];
  const actions = ['added', 'changed', 'removed', 'unchanged'] as const;
  return (
    <>
      <dl class="facts">
        {actions.map((action) => (
          <>
            <dt>{actionWords[language][action]}</dt>
            <dd>{counts[action]}</dd>
          </>
        ))}
      </dl>
      <Table
        id="examples"
        caption={w.examples}
        head={[w.line, w.what, w.row]}
        empty={w.nothing}
        rows={examples.map((example) => (
          <tr>
            <th scope="row">{example.line}</th>
            <td>{actionWords[language][example.action]}</td>
            <td>
              <Cells example={example} was={w.was} />
            </td>
          </tr>
        ))}
      />
    </>
  );
}

function Cells({ example: { cells, before }, was }: { example: Example; was: string }) {
  const shown = Object.entries(cells).filter(([header, cell]) => cell !== '' || header in before);
  return (
    <>
      {shown.map(([header, cell], index) => (
        <>
          {index > 0 && '; '}
          {header}: {header in before ? <ins>{cell || '–'}</ins> : cell}
          {header in before && (
            <>
              {' '}
              ({was} <del>{before[header] || '–'}</del>)
            </>
          )}
        </>
      ))}
    </>
  );
}
