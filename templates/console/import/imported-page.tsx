import type { Version } from '../../../src/advisory/version.ts';
import { nameOf } from '../../../src/advisory/version.ts';
import type { Finding } from '../../../src/errors.ts';
import { fieldId } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { importWords } from './words.ts';

type ImportedPageProps = { frame: Frame; version: Version; advice: readonly Finding[] };

/** The draft that a document became, and everything that its author should look at. */
export function ImportedPage({ frame, version, advice }: ImportedPageProps) {
  const w = importWords[frame.language];
  const edit = `/console/versions/${version.id}/edit`;
  const title = w.done(nameOf(version));
  return (
    <ConsoleFrame {...frame} title={title} here="import">
      <h1>{title}</h1>
      <p>{version.content.texts[frame.language].title}</p>
      <p class="actions">
        <a class="button" href={edit}>
          {w.edit}
        </a>
      </p>
      {advice.length === 0 ? <p>{w.noAdvice}</p> : <h2>{w.advice}</h2>}
      <ul>
        {advice.map(({ path, message }) => (
          <li>
            {path.startsWith('/') ? (
              <>
                <code>{path}</code>: {message}
              </>
            ) : (
              <a href={`${edit}#${fieldId('edit', path)}`}>{message}</a>
            )}
          </li>
        ))}
      </ul>
    </ConsoleFrame>
  );
}
