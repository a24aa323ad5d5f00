import type { Decision as Taken } from '../../../src/advisory/decision.ts';
import type { Language } from '../../../src/advisory/language.ts';
import type { Version } from '../../../src/advisory/version.ts';
import type { Role } from '../../../src/operator/role.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField, ProseField } from '../field.tsx';
import { type Filled, unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import { words } from './decision-words.ts';

export type DecisionProps = {
  version: Version;
  language: Language;
  roles: readonly Role[];
  /** Whoever wrote it, or asked for the withdrawal, approves by break-glass alone. */
  isAuthor: boolean;
  previewId: number;
  /** The approval that stands, where there is one. */
  taken: Taken | null;
  withdrawing: boolean;
  /** The form that was sent and refused. */
  filled?: Filled | undefined;
};

/** What this person can do now with what the preview showed. */
export function Decision(props: DecisionProps) {
  const { version, language, roles, withdrawing, taken } = props;
  const w = words[language];
  const decides = roles.includes('approver') || roles.includes('duty officer');
  if (withdrawing) return decides ? <Approve {...props} /> : <p>{w.cannot}</p>;
  if (version.state === 'draft') return <p>{w.draft}</p>;
  if (version.state === 'published') return <Published {...props} />;
  const sendsBack = roles.includes('approver') || roles.includes('author');
  return (
    <>
      {taken && version.state === 'approved' && <Approval taken={taken} language={language} />}
      {version.state === 'approved' && decides && <ToPublish {...props} />}
      {version.state === 'in review' && decides && <Approve {...props} />}
      {!decides && <p>{w.cannot}</p>}
      {sendsBack && <SendBack {...props} />}
    </>
  );
}

function Published({ version, language }: DecisionProps) {
  const w = words[language];
  return (
    <p>
      {w.published} <a href={`/console/advisories/${version.trackingId}/progress`}>{w.progress}</a>
    </p>
  );
}

function Approve(props: DecisionProps) {
  const { version, language, roles, isAuthor, previewId, withdrawing } = props;
  const w = words[language];
  const filled = props.filled?.form === 'approve' ? props.filled : unsent('approve');
  const glassOnly = isAuthor || !roles.includes('approver');
  const action = withdrawing ? 'withdrawal' : 'approve';
  const title = withdrawing ? w.approveWithdrawal : w.approve;
  return (
    <form id="approve" method="post" action={`/console/versions/${version.id}/${action}`}>
      <h3>{title}</h3>
      <ErrorSummary
        filled={filled}
        language={language}
        placeOf={(path) => (path === 'consents' ? 'consents.0.office' : path)}
      />
      {glassOnly && <p class="banner">{w.glassOnly}</p>}
      <input type="hidden" name="previewId" value={previewId} />
      <input type="hidden" name="revision" value={version.revision} />
      {!withdrawing && (
        <MomentField filled={filled} path="publishAt" label={w.publishAt} hint={w.publishAtHint} />
      )}
      <ApprovalFields filled={filled} language={language} glassOnly={glassOnly} />
      <FormFoot label={title} style={withdrawing ? 'grave' : undefined} />
    </form>
  );
}

function SendBack({ version, language, filled }: DecisionProps) {
  const w = words[language];
  const own = filled?.form === 'send-back' ? filled : unsent('send-back');
  return (
    <form id="send-back" method="post" action={`/console/versions/${version.id}/send-back`}>
      <h3>{w.sendBack}</h3>
      <ErrorSummary filled={own} language={language} />
      <ProseField filled={own} path="remark" label={w.remark} required rows={3} />
      <FormFoot label={w.sendBack} style="second" />
    </form>
  );
}

function ToPublish({ version, language }: DecisionProps) {
  const w = words[language];
  return (
    <p class="actions">
      {version.publishAt && (
        <span>
          {w.waitsFor} <Moment at={version.publishAt} language={language} />
        </span>
      )}
      <a class="button" href={`/console/versions/${version.id}/publish`}>
        {w.toPublish}
      </a>
    </p>
  );
}

/** Who approved, when, and with whose consent. */
export function Approval({ taken, language }: { taken: Taken; language: Language }) {
  const w = words[language];
  return (
    <div class={taken.breakGlass ? 'loud' : 'said'}>
      <p>
        {w.approvedBy} {taken.operator}, <Moment at={taken.at} language={language} />
        {taken.breakGlass && (
          <>
            : <strong>{w.byGlass}</strong> ({taken.breakGlass})
          </>
        )}
      </p>
      {taken.consents.map(({ office, saidBy, givenAt, means }) => (
        <p>
          {w.consentOf} {office}
          {saidBy && ` (${saidBy})`}, <Moment at={givenAt} language={language} />, {means}
        </p>
      ))}
    </div>
  );
}
