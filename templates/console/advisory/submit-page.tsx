import { difference } from '../../../src/advisory/difference.ts';
import { languages } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { nameOf, type Version } from '../../../src/advisory/version.ts';
import type { Finding } from '../../../src/errors.ts';
import { Body } from '../../site/body.tsx';
import { DifferenceView } from '../../site/difference.tsx';
import { riskInWords } from '../../site/tags.tsx';
import { words as siteWords } from '../../site/words.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { type Filled, fieldId } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';

const words = {
  nl: {
    title: (name: string) => `${name} aanbieden`,
    edit: 'Verder bewerken',
    submit: 'Aanbieden ter beoordeling',
    hint: 'Een ander beoordeelt en keurt goed. Daarna bewerkt niemand deze versie nog, tenzij zij terugkomt.',
    changes: (ordinal: string) => `Wat er verandert ten opzichte van ${ordinal}`,
    change: 'Soort wijziging',
    deviation: 'Afwijking van de matrix',
    first: 'De eerste versie',
    todo: 'Dit moet eerst',
    in: { nl: 'Nederlands', en: 'Engels' },
  },
  en: {
    title: (name: string) => `Submit ${name}`,
    edit: 'Go on editing',
    submit: 'Submit for review',
    hint: 'Somebody else reviews and approves it. From then on nobody edits this version, unless it comes back.',
    changes: (ordinal: string) => `What changes since ${ordinal}`,
    change: 'Kind of change',
    deviation: 'Deviation from the matrix',
    first: 'The first version',
    todo: 'This comes first',
    in: { nl: 'Dutch', en: 'English' },
  },
};

type SubmitPageProps = {
  frame: Frame;
  version: Version;
  before: Version | null;
  todo: readonly Finding[];
  filled: Filled;
};

/** What a draft says or changes, seen once more before it goes to its approver. */
export function SubmitPage({ frame, version, before, todo, filled }: SubmitPageProps) {
  const { language } = frame;
  const w = words[language];
  const edit = `/console/versions/${version.id}/edit`;
  return (
    <ConsoleFrame {...frame} title={w.title(nameOf(version))} here="advisories">
      <h1>{w.title(nameOf(version))}</h1>
      <ErrorSummary filled={filled} language={language} />
      <dl class="facts">
        <dt>{siteWords[language].risk}</dt>
        <dd>{riskInWords(version, language)}</dd>
        <dt>TLP</dt>
        <dd>TLP:{version.tlp}</dd>
        <dt>{w.change}</dt>
        <dd>{siteWords[language].changes[version.change]}</dd>
        {version.deviation && (
          <>
            <dt>{w.deviation}</dt>
            <dd class="text">{version.deviation}</dd>
          </>
        )}
      </dl>
      {todo.length > 0 && <Todo todo={todo} edit={edit} title={w.todo} />}
      <form
        method="post"
        action={`/console/versions/${version.id}/submit`}
        id={filled.form}
        class="actions"
      >
        <input type="hidden" name="revision" value={String(version.revision)} />
        {todo.length === 0 && <button type="submit">{w.submit}</button>}
        <a class="button second" href={edit}>
          {w.edit}
        </a>
      </form>
      {todo.length === 0 && <p>{w.hint}</p>}
      {before ? (
        <Changes version={version} before={before} frame={frame} />
      ) : (
        <section>
          <h2>{w.first}</h2>
          <div class="pair nested">
            {languages.map((each) => (
              <article lang={each}>
                <h3>{version.content.texts[each].title || '–'}</h3>
                <Body content={version.content} language={each} />
              </article>
            ))}
          </div>
        </section>
      )}
    </ConsoleFrame>
  );
}

type TodoProps = { todo: readonly Finding[]; edit: string; title: string };

function Todo({ todo, edit, title }: TodoProps) {
  return (
    <section class="errors" aria-labelledby="todo">
      <h2 id="todo">{title}</h2>
      <ul>
        {todo.map(({ path, message }) => (
          <li>
            <a href={`${edit}#${fieldId('edit', path)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChangesProps = { version: Version; before: Version; frame: Frame };

function Changes({ version, before, frame: { language } }: ChangesProps) {
  const w = words[language];
  const found = difference(before, version);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{w.changes(formatOrdinal(before.ordinal))}</h2>
      <div class="pair entries">
        {languages.map((each) => (
          <div>
            <h3>{w.in[each]}</h3>
            <DifferenceView found={found} language={each} />
          </div>
        ))}
      </div>
    </section>
  );
}
