import type { Finding } from '../../../src/errors.ts';
import { FileField } from '../field.tsx';
import { type Filled, fieldId } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { type ImportWords, importWords } from './words.ts';

type ImportPageProps = { frame: Frame; filled: Filled };

/** Where a CSAF document is brought in, and what is wrong with one that was refused. */
export function ImportPage({ frame, filled }: ImportPageProps) {
  const { language, caller } = frame;
  const w = importWords[language];
  const isAuthor = caller.roles.includes('author');
  const isAdministrator = caller.roles.includes('administrator');
  return (
    <ConsoleFrame {...frame} title={w.title} here="import">
      <h1>{w.title}</h1>
      <Refusal filled={filled} w={w} />
      <h2>{w.csaf}</h2>
      <p>{w.csafHint}</p>
      {isAuthor ? (
        <form method="post" action="/console/import" enctype="multipart/form-data" id={filled.form}>
          <FileField
            filled={withoutDocument(filled)}
            path="document"
            label={w.file}
            hint={w.fileHint}
            accept=".json,application/json"
            required
          />
          <FormFoot label={w.take} />
        </form>
      ) : (
        <p class="empty">{w.authorsOnly}</p>
      )}
      <h2>{w.csv}</h2>
      <p>
        {isAdministrator ? <a href="/console/import/csv">{w.csvLink}</a> : w.administratorsOnly}
      </p>
    </ConsoleFrame>
  );
}

/** What is wrong inside the document is told in the table, what is wrong with the upload at its field. */
const withoutDocument = (filled: Filled): Filled => ({
  ...filled,
  findings: filled.findings.filter(({ path }) => path === 'document'),
});

function Refusal({ filled, w }: { filled: Filled; w: ImportWords }) {
  const { findings, message } = filled;
  if (findings.length === 0 && message === undefined) return null;
  return (
    <section class="errors" aria-labelledby="refused" tabindex={-1} autofocus>
      <h2 id="refused">{w.refused}</h2>
      {message !== undefined && <p lang="en">{message}</p>}
      {findings.some(({ path }) => path === 'document') && (
        <p>
          <a href={`#${fieldId(filled.form, 'document')}`}>{w.chooseFile}</a>
        </p>
      )}
      {findings.some(({ path }) => path !== 'document') && (
        <Table
          id="findings"
          caption={w.findings(findings.length)}
          head={[w.place, w.finding]}
          empty=""
          rows={findings.map((finding) => <Row finding={finding} />)}
        />
      )}
    </section>
  );
}

function Row({ finding: { path, message } }: { finding: Finding }) {
  return (
    <tr>
      <th scope="row">
        <code>{path || '/'}</code>
      </th>
      <td>{message}</td>
    </tr>
  );
}
