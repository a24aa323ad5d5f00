import type { Remark } from '../../../src/advisory/remark.ts';
import type { Finding } from '../../../src/errors.ts';
import { scriptPath } from '../../script.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { type Filled, fieldId } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { type Clash, Conflict } from './edit/conflict.tsx';
import { Notes } from './edit/notes.tsx';
import { Products } from './edit/products.tsx';
import { References } from './edit/references.tsx';
import { RiskSection } from './edit/risk.tsx';
import { countRows } from './edit/rows.ts';
import type { Draw } from './edit/section.tsx';
import { Sharing } from './edit/sharing.tsx';
import { Texts } from './edit/texts.tsx';
import { Weaknesses } from './edit/weaknesses.tsx';
import { type EditWords, editWords } from './edit/words.ts';

type EditPageProps = {
  frame: Frame;
  /** What is written: a new advisory, the next version of one, or a draft that exists. */
  of: { trackingId: string | null; versionName: string | null };
  /** All its values are in `typed`, those of a stored draft too. */
  filled: Filled & { typed: NonNullable<Filled['typed']> };
  before: { ordinal: number } | null;
  audiences: readonly { id: number; name: string }[];
  /** What `check` still asks for, with the fields where it is put right. */
  todo?: readonly Finding[];
  remark?: Remark | undefined;
  conflict?: { clashes: readonly Clash[]; by: string } | undefined;
};

/** Where a version is written: every part of its content, and what is left to do before it can be submitted. */
export function EditPage(props: EditPageProps) {
  const { frame, of, filled, before, audiences, conflict } = props;
  const { language, paths } = frame;
  const w = editWords[language];
  const draw: Draw = { filled, rows: countRows(filled.typed), language, w };
  const title = titleOf(of, w);
  return (
    <ConsoleFrame {...frame} title={title} here="advisories" scripts={[scriptPath('matrix.js')]}>
      <h1>{title}</h1>
      {of.trackingId && (
        <p>
          <a href={`/console/advisories/${of.trackingId}`}>{w.back}</a>
        </p>
      )}
      {conflict && <Conflict {...conflict} href={paths[language]} w={w} />}
      <ErrorSummary filled={filled} language={language} />
      <Before {...props} w={w} />
      <form method="post" action={paths[language]} id={filled.form} class="editor">
        <Entry filled={filled} w={w} />
        {!of.trackingId && (
          <TextField filled={filled} path="trackingId" label={w.trackingId} hint={w.trackingHint} />
        )}
        <Texts draw={draw} />
        <Products draw={draw} />
        <Weaknesses draw={draw} />
        <References draw={draw} />
        <RiskSection draw={draw} />
        <Sharing draw={draw} before={before} />
        <Notes draw={draw} audiences={audiences} />
        <p class="actions">
          <button type="submit" name="do" value="save">
            {w.save}
          </button>
          <button type="submit" class="second" name="do" value="save on">
            {w.saveOn}
          </button>
        </p>
      </form>
    </ConsoleFrame>
  );
}

function titleOf({ trackingId, versionName }: EditPageProps['of'], w: EditWords): string {
  if (versionName) return w.editTitle(versionName);
  return trackingId ? w.nextTitle(trackingId) : w.newTitle;
}

/** What the enter key presses in any field, instead of the first button that takes a row away; and what goes along. */
function Entry({ filled: { typed }, w }: { filled: EditPageProps['filled']; w: EditWords }) {
  const revision = typed.revision?.[0];
  return (
    <>
      <button class="unseen" type="submit" name="do" value="save" tabindex={-1}>
        {w.save}
      </button>
      {revision && <input type="hidden" name="revision" value={revision} />}
    </>
  );
}

/** Why it came back, and what is left to do. */
function Before({ filled, todo = [], remark, w }: EditPageProps & { w: EditWords }) {
  return (
    <>
      {remark && (
        <section class="banner" aria-labelledby="remark">
          <h2 id="remark">{w.remark}</h2>
          <p class="text">{remark.text}</p>
        </section>
      )}
      {todo.length > 0 && filled.findings.length === 0 && (
        <details class="todo">
          <summary>
            {w.todo} ({todo.length})
          </summary>
          <ul>
            {todo.map(({ path, message }) => (
              <li>
                <a href={`#${fieldId(filled.form, path)}`}>{message}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
