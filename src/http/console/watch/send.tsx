import type { Context } from 'hono';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { SendPage } from '../../../../templates/console/watch/send-page.tsx';
import { listAudienceNames } from '../../../audience/list-audience-names.ts';
import { listContactRoles } from '../../../audience/list-contact-roles.ts';
import { dispatchByHand } from '../../../fanout/dispatch-by-hand.ts';
import { type Preview, preview } from '../../../fanout/preview.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { choiceOf, type Sending, sendForm } from './send-form.ts';
import { findSendable, idsOf } from './sendable.ts';

type Seen = { numbers: Preview; choice: string };

/** `/console/versions/{id}/send`, `/console/notices/{id}/send`: first who would receive it, then the sending. */
export async function renderSend(
  c: Context<CallerEnv>,
  filled: Filled = unsent('send'),
  seen?: Seen,
) {
  const { sql } = c.get('hub');
  return (
    <SendPage
      frame={await openFrame(c)}
      about={await findSendable(c)}
      audiences={await listAudienceNames(sql)}
      roles={await listContactRoles(sql)}
      filled={filled}
      preview={seen}
    />
  );
}

/** Sends what was looked at; anything else is looked at first. */
export const sendByHand = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'send',
    schema: sendForm,
    again: (filled) => renderSend(c, filled),
    async act(sending, { typed }) {
      const choice = choiceOf(sending);
      if (sending.step === 'send' && sending.seen === choice) return decide(c, sending);
      const numbers = await look(c, sending);
      const filled = { form: 'send', typed, findings: [] };
      return c.html(await renderSend(c, filled, { numbers, choice }));
    },
  });

async function look(c: Context<CallerEnv>, sending: Sending): Promise<Preview> {
  const { reason, audienceId, roles, channelRule, pointerAbove } = sending;
  const byHand = { audienceId, roles, channelRule, pointerAbove };
  const operatorId = c.get('caller').operator.id;
  return preview(c.get('hub'), { ...idsOf(await findSendable(c)), operatorId, reason, byHand });
}

async function decide(c: Context<CallerEnv>, sending: Sending): Promise<string> {
  const { step: _, seen: __, ...decision } = sending;
  const operatorId = c.get('caller').operator.id;
  const ids = idsOf(await findSendable(c));
  const id = await dispatchByHand(c.get('hub'), { ...decision, ...ids, operatorId });
  return `/console/dispatches/${id}?done=sent`;
}
