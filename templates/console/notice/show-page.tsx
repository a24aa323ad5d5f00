import { languages } from '../../../src/advisory/language.ts';
import type { Notice } from '../../../src/advisory/notice.ts';
import type { Remark } from '../../../src/advisory/remark.ts';
import type { Role } from '../../../src/operator/role.ts';
import { Moment } from '../../moment.tsx';
import { Prose } from '../../site/prose.tsx';
import { noticeKindWords } from '../advisory/show-words.ts';
import { stateWords } from '../advisory/state-words.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField, ProseField, TextField } from '../field.tsx';
import { type Filled, unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { ApprovalFields } from '../release/approval-fields.tsx';
import { SentBack } from './sent-back.tsx';
import { noticeWords } from './words.ts';

type ShowPageProps = {
  frame: Frame;
  notice: Notice;
  trackingId: string | null;
  /** The newest one with which it was sent back. */
  remark: Remark | undefined;
  /** The step, or the remark, that was sent and refused. */
  filled: Filled;
  /** The form of where else it was published. */
  places: Filled;
  /** Whoever wrote it, or is no approver, can approve it by break-glass alone. */
  glassOnly: boolean;
};

/** One notice: its text in both languages, its state, and the one thing to do with it now. */
export function ShowNoticePage(props: ShowPageProps) {
  const { frame, notice, trackingId, filled } = props;
  const { language } = frame;
  const w = noticeWords[language];
  const { content, publishedAt, publishedElsewhere } = notice;
  return (
    <ConsoleFrame {...frame} title={content[language].title} here="advisories">
      <h1>{content[language].title}</h1>
      {filled.form !== 'send-back' && <ErrorSummary filled={filled} language={language} />}
      <dl class="facts">
        <dt>{w.kind}</dt>
        <dd>
          {noticeKindWords[language][notice.kind]}, TLP:{notice.tlp}
        </dd>
        <dt>{w.state}</dt>
        <dd>{stateWords[language][notice.state]}</dd>
        {trackingId && (
          <>
            <dt>{w.about}</dt>
            <dd>
              <a href={`/console/advisories/${trackingId}`}>{trackingId}</a>
            </dd>
          </>
        )}
        {publishedAt && (
          <>
            <dt>{w.published}</dt>
            <dd>
              <Moment at={publishedAt} language={language} />
            </dd>
          </>
        )}
        {publishedElsewhere.length > 0 && <dt>{w.elsewhere}</dt>}
        {publishedElsewhere.map(({ where, at }) => (
          <dd>
            {where}
            {at && (
              <>
                , <Moment at={new Date(at)} language={language} />
              </>
            )}
          </dd>
        ))}
      </dl>
      {notice.state === 'draft' && <SentBack remark={props.remark} language={language} />}
      <NextStep {...props} />
      <SendBack {...props} />
      <AddPlace {...props} />
      <div class="pair">
        {languages.map((each) => (
          <article lang={each}>
            <h2>{content[each].title}</h2>
            <Prose text={content[each].body} />
          </article>
        ))}
      </div>
    </ConsoleFrame>
  );
}

/** Gives it back to its author, until it is published. */
function SendBack({ frame, notice, filled }: ShowPageProps) {
  const { language, caller } = frame;
  const w = noticeWords[language];
  const may = (['author', 'approver'] as const).some((role) => caller.roles.includes(role));
  if (!may || notice.state === 'draft' || notice.state === 'published') return null;
  const own = filled.form === 'send-back' ? filled : unsent('send-back');
  return (
    <form method="post" action={`/console/notices/${notice.id}/send-back`} id={own.form}>
      <h2>{w.sendBack}</h2>
      <ErrorSummary filled={own} language={language} />
      <ProseField filled={own} path="remark" label={w.remarkFor} required rows={3} />
      <FormFoot label={w.sendBack} style="second" />
    </form>
  );
}

/** Where else it was published, which is often known only later. */
function AddPlace({ frame, notice, places }: ShowPageProps) {
  const { language, caller } = frame;
  const w = noticeWords[language];
  const may = (['author', 'approver', 'duty officer'] as const).some((role) =>
    caller.roles.includes(role),
  );
  if (!may) return null;
  const wrong = places.findings.length > 0 || places.message !== undefined;
  return (
    <details open={wrong}>
      <summary>{w.addPlace}</summary>
      <form method="post" action={`/console/notices/${notice.id}/places`} id={places.form}>
        <ErrorSummary filled={places} language={language} />
        <TextField filled={places} path="where" label={w.placeWhere} required />
        <MomentField filled={places} path="at" label={w.placeAt} />
        <p>
          <button type="submit">{w.addPlace}</button>
        </p>
      </form>
    </details>
  );
}

const steps: Record<'draft' | 'in review' | 'approved', readonly Role[]> = {
  draft: ['author'],
  'in review': ['approver', 'duty officer'],
  approved: ['duty officer', 'approver'],
};

/** Published, it has reached nobody yet: the one thing left is to say who gets it. */
function Sending({ frame, notice }: Pick<ShowPageProps, 'frame' | 'notice'>) {
  const { language, caller } = frame;
  const w = noticeWords[language];
  const may = (['duty officer', 'approver'] as const).some((role) => caller.roles.includes(role));
  if (!may) return null;
  return (
    <>
      <p class="hint">{w.sentTo}</p>
      <p class="actions">
        <a class="button" href={`/console/notices/${notice.id}/send`}>
          {w.send}
        </a>
      </p>
    </>
  );
}

/** Submit, approve or publish, for whoever may. */
function NextStep({ frame, notice, glassOnly, ...props }: ShowPageProps) {
  const filled = props.filled.form === 'step' ? props.filled : unsent('step');
  const { language, caller } = frame;
  const w = noticeWords[language];
  const { state } = notice;
  if (state === 'published') return <Sending frame={frame} notice={notice} />;
  if (!steps[state].some((role) => caller.roles.includes(role))) return null;
  const verb = { draft: 'submit', 'in review': 'approve', approved: 'publish' }[state];
  const label = { draft: w.submit, 'in review': w.approve, approved: w.publish }[state];
  return (
    <form method="post" action={`/console/notices/${notice.id}/${verb}`} id={filled.form}>
      {state === 'in review' && (
        <ApprovalFields filled={filled} language={language} glassOnly={glassOnly} />
      )}
      {state === 'approved' && <p class="hint">{w.sentTo}</p>}
      <FormFoot label={label}>
        {state === 'draft' && <a href={`/console/notices/${notice.id}/edit`}>{w.edit}</a>}
      </FormFoot>
    </form>
  );
}
