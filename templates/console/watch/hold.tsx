import type { Language } from '../../../src/advisory/language.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import { standOf } from '../../../src/fanout/stand.ts';
import { ChecksField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { type Filled, unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { words } from './dispatch-words.ts';

type HoldProps = { dispatch: ListedDispatch; language: Language; filled?: Filled | undefined };

/** Pausing, resuming and cancelling, each with its reason. */
export function Hold(props: HoldProps) {
  const { dispatch, language } = props;
  const stand = standOf(dispatch);
  if (stand === 'finished' || stand === 'stopped' || stand === 'stopping') return null;
  return (
    <>
      <h2>{words[language].hold}</h2>
      <div class="pair">
        {stand === 'paused' ? <Resume {...props} /> : <Pause {...props} />}
        <Cancel {...props} />
      </div>
    </>
  );
}

const own = ({ filled }: HoldProps, form: string) =>
  filled?.form === form ? filled : unsent(form);

function Pause(props: HoldProps) {
  const w = words[props.language];
  const filled = own(props, 'pause');
  return (
    <form id="pause" method="post" action={`/console/dispatches/${props.dispatch.id}/pause`}>
      <h3>{w.pause}</h3>
      <ErrorSummary filled={filled} language={props.language} />
      <TextField filled={filled} path="reason" label={w.reason} hint={w.pauseHint} required />
      <FormFoot label={w.pause} style="second" />
    </form>
  );
}

function Resume(props: HoldProps) {
  const w = words[props.language];
  return (
    <form id="resume" method="post" action={`/console/dispatches/${props.dispatch.id}/resume`}>
      <h3>{w.resume}</h3>
      <ErrorSummary filled={own(props, 'resume')} language={props.language} />
      <FormFoot label={w.resume} />
    </form>
  );
}

function Cancel(props: HoldProps) {
  const w = words[props.language];
  const filled = own(props, 'cancel');
  return (
    <form id="cancel" method="post" action={`/console/dispatches/${props.dispatch.id}/cancel`}>
      <h3>{w.cancel}</h3>
      <ErrorSummary filled={filled} language={props.language} />
      <TextField filled={filled} path="reason" label={w.reason} hint={w.cancelHint} required />
      <ChecksField
        filled={filled}
        path="confirmed"
        label={w.confirmLabel}
        options={[{ value: 'yes', label: w.confirm }]}
      />
      <FormFoot label={w.cancel} style="grave" />
    </form>
  );
}
