import type { Language } from '../../../src/advisory/language.ts';
import type { Preview } from '../../../src/fanout/preview.ts';
import { requestKinds } from '../../../src/fanout/reason.ts';
import { ChecksField, type Option, RadiosField, SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField, ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Numbers } from '../release/numbers.tsx';
import { type Sendable, SendHeading, sendPath } from './send-heading.tsx';
import { words } from './send-words.ts';
import { reasonWords, requestWords } from './words.ts';

const sendReasons = ['repeat', 'targeted alert', 'request'] as const;

/** Conditions that can be typed at once. */
const conditionRows = 3;

type SendPageProps = {
  frame: Frame;
  about: Sendable;
  audiences: { id: number; name: string }[];
  roles: string[];
  filled: Filled;
  /** Who would receive what was chosen, and the choice that it belongs to. */
  preview?: { numbers: Preview; choice: string } | undefined;
};

/** Sends a published version or notice by hand: again, as a targeted alert, or as a request; a notice for the first time too. */
export function SendPage(props: SendPageProps) {
  const { frame, about, filled, preview } = props;
  const { language } = frame;
  const w = words[language];
  return (
    <ConsoleFrame
      {...frame}
      title={'version' in about ? `${w.title}: ${about.version.trackingId}` : w.title}
      here="dispatches"
    >
      <SendHeading title={w.title} about={about} language={language} />
      <p>{w.what}</p>
      <form id="send" method="post" action={sendPath(about)}>
        <ErrorSummary
          filled={filled}
          language={language}
          placeOf={(path) => (path === 'conditions' ? 'conditions.0.nl' : path)}
        />
        {preview && (
          <section aria-labelledby="receives">
            <h2 id="receives">{w.receives}</h2>
            <Numbers preview={preview.numbers} language={language} />
            <input type="hidden" name="previewId" value={preview.numbers.previewId} />
            <input type="hidden" name="seen" value={preview.choice} />
            <p class="actions">
              <button type="submit" name="step" value="send" class="grave">
                {w.send}
              </button>
            </p>
          </section>
        )}
        <Whom {...props} language={language} />
        <Asked filled={filled} language={language} />
        <p class="actions">
          <button type="submit" name="step" value="preview">
            {w.preview}
          </button>
        </p>
      </form>
    </ConsoleFrame>
  );
}

function Whom(props: SendPageProps & { language: Language }) {
  const { about, audiences, roles, filled, language } = props;
  const w = words[language];
  // A version goes out by the policy when it is published; a notice only so.
  const first = 'notice' in about ? (['publication'] as const) : [];
  const reasons: Option[] = [...first, ...sendReasons].map((reason) => ({
    value: reason,
    label: reasonWords[language][reason],
  }));
  return (
    <>
      <RadiosField filled={filled} path="reason" label={w.reason} options={reasons} required />
      <SelectField
        filled={filled}
        path="audienceId"
        label={w.audience}
        options={[
          { value: '', label: '–' },
          ...audiences.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        required
      />
      {roles.length > 0 && (
        <ChecksField
          filled={filled}
          path="roles"
          label={w.roles}
          options={roles.map((role) => ({ value: role, label: role }))}
        />
      )}
      <RadiosField
        filled={filled}
        path="channelRule"
        label={w.rule}
        options={[
          { value: 'every', label: w.every },
          { value: 'preferred', label: w.preferred },
        ]}
        value="every"
      />
      <ChecksField
        filled={filled}
        path="pointerAbove"
        label={w.pointer}
        options={[{ value: 'yes', label: w.pointerYes }]}
        values={['yes']}
      />
    </>
  );
}

function Asked({ filled, language }: { filled: Filled; language: Language }) {
  const w = words[language];
  const kinds = requestKinds.map((kind) => ({ value: kind, label: requestWords[language][kind] }));
  return (
    <>
      <SelectField
        filled={filled}
        path="requestKind"
        label={w.requestKind}
        options={[{ value: '', label: w.nothing }, ...kinds]}
      />
      <TextField
        filled={filled}
        path="requestedBy"
        label={w.requestedBy}
        hint={w.requestedByHint}
      />
      <MomentField filled={filled} path="deadlineAt" label={w.deadline} />
      <fieldset>
        <legend>{w.note}</legend>
        <p class="hint">{w.noteHint}</p>
        <Both filled={filled} path="coveringNote" language={language} />
      </fieldset>
      <details open={filled.findings.some(({ path }) => path.startsWith('conditions'))}>
        <summary>{w.conditions}</summary>
        {Array.from({ length: conditionRows }, (_, index) => (
          <fieldset>
            <legend>{w.condition(index + 1)}</legend>
            <Both filled={filled} path={`conditions.${index}`} language={language} />
          </fieldset>
        ))}
      </details>
    </>
  );
}

type BothProps = { filled: Filled; path: string; language: Language };

function Both({ filled, path, language }: BothProps) {
  const w = words[language];
  return (
    <div class="pair">
      <ProseField filled={filled} path={`${path}.nl`} label={w.inDutch} rows={3} />
      <ProseField filled={filled} path={`${path}.en`} label={w.inEnglish} rows={3} />
    </div>
  );
}
