import { csvKinds } from '../../../src/audience/csv/kind.ts';
import { SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FileField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { csvKindWords, csvWords } from './csv-words.ts';

type Props = { frame: Frame; filled: Filled };

/** Where a CSV file is offered, and where everything can be had as one. */
export function CsvPage({ frame, filled }: Props) {
  const { language, caller } = frame;
  const w = csvWords[language];
  const kinds = csvKinds.map((value) => ({ value, label: csvKindWords[language][value] }));
  return (
    <ConsoleFrame {...frame} title={w.title} here="import">
      <h1>{w.title}</h1>
      {caller.roles.includes('author') && (
        <p>
          {w.csaf} <a href="/console/import">{w.csafLink}</a>
        </p>
      )}
      {caller.roles.includes('administrator') && (
        <>
          <h2>{w.import}</h2>
          <p>{w.intro}</p>
          <ErrorSummary filled={filled} language={language} />
          <form method="post" action="/console/import/csv" enctype="multipart/form-data">
            <SelectField filled={filled} path="kind" label={w.kind} options={kinds} />
            <FileField
              filled={filled}
              path="file"
              label={w.file}
              hint={w.fileHint}
              accept=".csv,text/csv"
              required
            />
            <FormFoot label={w.look} />
          </form>
        </>
      )}
      <h2>{w.export}</h2>
      <ul>
        {kinds.map(({ value, label }) => (
          <li>
            {label}: <a href={`/console/import/csv/${value}.csv`}>{w.comma}</a>{' '}
            <a href={`/console/import/csv/${value}.csv?delimiter=%3B`}>
              {w.semicolon}
              <span class="unseen"> {label}</span>
            </a>
          </li>
        ))}
      </ul>
    </ConsoleFrame>
  );
}
