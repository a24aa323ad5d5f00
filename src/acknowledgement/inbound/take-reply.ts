import { domainToASCII } from 'node:url';
import { storable } from '../../fanout/settle.ts';
import type { Hub } from '../../hub.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Choice } from '../choice.ts';
import { listStandings } from '../standing.ts';
import { whyAutomatic, whySuspect } from './automatic.ts';
import type { InboundMail } from './mail.ts';
import { newText } from './new-text.ts';
import { dropped, type Outcome } from './outcome.ts';
import { saidChoice } from './said-choice.ts';

type Reply = { deliveryId: number; mail: InboundMail; sender: string; fingerprint: string };
type Sent = { target: string; functional: boolean; asks: boolean };

/**
 * Takes an answer by mail as an acknowledgement: the token that it came to and the address that it came from are those
 * of one delivery, and nothing says that a machine wrote it. What it says is kept; it never lowers what the same person
 * said before. Nothing is sent in answer, whatever comes.
 */
export async function takeReply(hub: Hub, reply: Reply): Promise<Outcome> {
  const { deliveryId, mail, sender } = reply;
  const automatic = whyAutomatic(mail, sender);
  if (automatic) return dropped(automatic);
  const [sent] = await hub.sql<Sent[]>`
    SELECT a.target, coalesce(c.functional, false) AS functional,
           p.version_id IS NOT NULL AND cardinality(d.organisation_ids) > 0 AS asks
    FROM deliveries d
    JOIN dispatches p    ON p.id = d.dispatch_id
    JOIN addresses a     ON a.id = d.address_id
    LEFT JOIN contacts c ON c.id = d.contact_id
    WHERE d.id = ${deliveryId} AND d.handed_at IS NOT NULL`;
  if (!sent) return dropped('no such delivery');
  if (!sent.asks) return dropped('nothing to answer');
  if (mail.from === null || plain(mail.from) !== plain(sent.target))
    return dropped('from another address');
  return answer(hub, reply, sent);
}

async function answer(hub: Hub, { deliveryId, mail, fingerprint }: Reply, { functional }: Sent) {
  const remark = newText(mail.text);
  const suspicion = whySuspect(mail.subject, remark) ?? undefined;
  const saidBy = (functional && storable(mail.name.trim().slice(0, 200))) || undefined;
  const wishes = await choicesOf(hub, deliveryId, saidChoice(remark));
  const said = { deliveryId, saidBy, remark, suspicion, origin: 'reply' as const };
  for (const [choice, organisationIds] of wishes)
    await acknowledge(hub, { ...said, choice, organisationIds, provenance: { view: fingerprint } });
  return { outcome: suspicion ? 'doubted' : 'acknowledged', reason: suspicion ?? null } as const;
}

/** What was said clearly; or else what this person said before, or that it arrived. */
async function choicesOf(hub: Hub, deliveryId: number, clear: Choice | null) {
  const standings = await listStandings(hub.sql, [deliveryId]);
  const grouped = Map.groupBy(standings, ({ choice }) => clear ?? choice ?? 'received');
  return [...grouped].map(
    ([choice, rows]) => [choice, rows.map(({ organisationId }) => organisationId)] as const,
  );
}

/** An address as two of them are compared: without case, its domain in ASCII. */
function plain(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase();
}
