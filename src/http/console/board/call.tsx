import type { Context } from 'hono';
import { z } from 'zod';
import { CallPage } from '../../../../templates/console/board/call-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { acknowledgeOnBehalf } from '../../../acknowledgement/acknowledge-on-behalf.ts';
import { findBoard } from '../../../acknowledgement/board.ts';
import { choices } from '../../../acknowledgement/choice.ts';
import { listRemarks } from '../../../acknowledgement/list-remarks.ts';
import { listPhoneContacts } from '../../../acknowledgement/phone-list.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { HubError } from '../../../errors.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { blank, whole } from '../input.ts';

const schema = z.object({
  contactId: blank(whole),
  versionId: whole,
  saidBy: z.string().trim().min(1).max(200),
  choice: z.enum(choices),
  remark: z.string().trim().max(2000).default(''),
});

/** `/console/advisories/{id}/calls/{organisation}`: numbers, how it stands, and the form. */
export async function renderCall(c: Context<CallerEnv>, filled: Filled = unsent('call')) {
  const hub = c.get('hub');
  const trackingId = c.req.param('trackingId') ?? '';
  const { id: advisoryId } = await findAdvisory(hub.sql, trackingId);
  const organisationId = Number(/^\d{1,9}$/.exec(c.req.param('organisation') ?? '')?.[0] ?? 0);
  const board = await findBoard(hub, { advisoryId });
  const row = board.rows.find((each) => each.organisationId === organisationId);
  if (!row) throw new HubError('not_found', 'This organisation was not sent this advisory.');
  const [contacts, remarks] = await Promise.all([
    listPhoneContacts(hub.sql, board, [row]),
    listRemarks(hub.sql, advisoryId, organisationId),
  ]);
  const standings = board.columns.flatMap((column, index) => {
    const cell = row.cells[index];
    return cell ? [{ column, cell }] : [];
  });
  return (
    <CallPage
      frame={await openFrame(c)}
      trackingId={trackingId}
      organisation={{ id: organisationId, name: row.name }}
      contacts={contacts.get(organisationId) ?? []}
      standings={standings.toReversed()}
      remarks={remarks}
      filled={filled}
    />
  );
}

/** Enters it. */
export const enterCall = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'call',
    schema,
    again: (filled) => renderCall(c, filled),
    async act(call) {
      const organisationIds = [Number(c.req.param('organisation'))];
      const operatorId = c.get('caller').operator.id;
      await acknowledgeOnBehalf(c.get('hub'), { ...call, organisationIds, operatorId });
      return `/console/advisories/${c.req.param('trackingId')}/board?done=recorded`;
    },
  });
