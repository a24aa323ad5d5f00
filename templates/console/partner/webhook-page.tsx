import type { ListedAttempt } from '../../../src/fanout/webhook/list-attempts.ts';
import type { WebhookDelivery } from '../../../src/fanout/webhook/list-webhook-deliveries.ts';
import { senders } from '../../../src/fanout/webhook/overseers.ts';
import type { Recovered } from '../../../src/fanout/webhook/recover.ts';
import type { Webhook } from '../../../src/fanout/webhook/webhook.ts';
import { PostButton } from '../audience/post-button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Attempts } from './attempts.tsx';
import { Told } from './told.tsx';
import { WebhookFacts } from './webhook-facts.tsx';
import { partnerWords } from './words.ts';

export type WebhookPageProps = {
  frame: Frame;
  webhook: Webhook;
  attempts: readonly ListedAttempt[];
  deliveries: readonly WebhookDelivery[];
  pages: { first: string | null; next: string | null };
  /** So many were asked for and have not gone yet. */
  waiting: number;
  recovered?: Recovered | undefined;
  filled: Filled;
};

/** One webhook of a partner's: how it stands, what was tried, what was told, and what can be done about it. */
export function WebhookPage(props: WebhookPageProps) {
  const { frame, webhook, waiting, filled } = props;
  const { language } = frame;
  const w = partnerWords[language];
  const title = w.hook(new URL(webhook.url).host);
  const at = `/console/webhooks/${webhook.id}`;
  return (
    <ConsoleFrame {...frame} title={title} here="organisations">
      <p>
        <a href={`/console/organisations/${webhook.organisationId}/partner`}>{w.back}</a>
      </p>
      <h1>{title}</h1>
      {filled.form === 'deed' && <ErrorSummary filled={filled} language={language} />}
      <WebhookFacts webhook={webhook} language={language} />
      {waiting > 0 && (
        <p role="status">
          {w.waiting(waiting)} <a href={at}>{w.look}</a>
        </p>
      )}
      {mayAct(props) ? <Deeds {...props} at={at} /> : <p class="quiet">{w.readOnly}</p>}
      <h2>{w.attempts}</h2>
      <Attempts {...props} />
      <h2>{w.deliveries}</h2>
      <Told {...props} />
    </ConsoleFrame>
  );
}

/** Who may have things sent; a webhook that is out of use is sent nothing. */
export const mayAct = ({ frame: { caller } }: WebhookPageProps) =>
  caller.roles.some((role) => senders.includes(role));

function Deeds(props: WebhookPageProps & { at: string }) {
  const { frame, webhook, at } = props;
  const w = partnerWords[frame.language];
  return (
    <>
      <div class="actions">
        {webhook.disabledAt ? (
          <PostButton action={`${at}/enable`} style="second">
            {w.enable}
          </PostButton>
        ) : (
          <PostButton action={`${at}/test`} style="second">
            {w.test}
          </PostButton>
        )}
        {frame.caller.roles.includes('administrator') && (
          <a class="button second" href={`${at}/end`}>
            {w.end}
          </a>
        )}
      </div>
      {!webhook.disabledAt && <Recover {...props} />}
    </>
  );
}

function Recover({
  frame: { language },
  filled,
  recovered,
  at,
}: WebhookPageProps & { at: string }) {
  const w = partnerWords[language];
  const shown = filled.form === 'recover' ? filled : { form: 'recover', findings: [] };
  return (
    <>
      <h2>{w.recover}</h2>
      {recovered && (
        <p class="done" role="status">
          {recovered.deliveries === 0 ? w.nothingMissed : w.recovered(recovered.deliveries)}{' '}
          {recovered.more && w.more}
        </p>
      )}
      <p>{w.recoverIntro}</p>
      <ErrorSummary filled={shown} language={language} />
      <form id="recover" method="post" action={`${at}/recover`}>
        <div class="pair">
          <MomentField filled={shown} path="since" label={w.since} required />
          <MomentField filled={shown} path="until" label={w.until} hint={w.untilHint} />
        </div>
        <FormFoot label={w.recoverNow} />
      </form>
    </>
  );
}
