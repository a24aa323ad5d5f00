import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { countAttempt, forgive } from '../operator/count-attempt.ts';
import { parse } from '../parse.ts';
import { chatSchema, insertAddress } from './address.ts';
import { hashOfCode } from './issue-chat-code.ts';
import { lockChat } from './lock-chat.ts';

const input = z.strictObject({ chat: chatSchema, code: z.string().min(1).max(20) });

type Linked = { id: number; contactId: number; isUsed: boolean };

/**
 * Brings a chat under the name of the contact that was given the code: from then on it is an address of that contact, the
 * last to be tried, verified by what it did. The chat that used a code may show it again. The promise is the contact.
 * @throws HubError not_found when the code does not work, too_many after wrong ones
 */
export async function linkChat(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { chat, code } = parse(input, raw);
  const attempt = { email: `telegram ${chat}`, client: `telegram ${chat}` };
  await countAttempt(hub, attempt);
  const contactId = await hub.sql.begin(async (sql) => {
    await lockChat(sql, chat);
    const linked = await findCode(sql, { hash: hashOfCode(hub, code), chat });
    if (linked && !linked.isUsed) await link(sql, linked, chat);
    return linked?.contactId ?? null;
  });
  if (contactId === null) throw new HubError('not_found', 'This code does not work.');
  await forgive(hub, attempt, 'all');
  return contactId;
}

/** A code that works still, or that this very chat used. */
async function findCode(sql: Sql, { hash, chat }: { hash: Buffer; chat: string }) {
  const [code] = await sql<Linked[]>`
    SELECT k.id, k.contact_id, k.used_at IS NOT NULL AS is_used
    FROM chat_codes k JOIN contacts c ON c.id = k.contact_id
    WHERE k.hash = ${hash} AND c.removed_at IS NULL AND k.expires_at > clock_timestamp()
      AND (k.used_at IS NULL
           OR EXISTS (SELECT FROM addresses a
                      WHERE a.channel = 'telegram' AND a.target = ${chat} AND a.contact_id = k.contact_id AND a.disabled_at IS NULL))
    FOR UPDATE OF k`;
  return code;
}

async function link(sql: Sql, { id, contactId }: Linked, chat: string): Promise<void> {
  await sql`UPDATE chat_codes SET used_at = clock_timestamp() WHERE id = ${id}`;
  const addressId = (await takeBack(sql, contactId, chat)) ?? (await add(sql, contactId, chat));
  await record(sql, {
    actor: `contact:${contactId}`,
    action: 'link chat',
    object: `address:${addressId}`,
    origin: 'telegram',
  });
}

/** The chat was linked before: a new code is the CSIRT's word that it may be used again. */
async function takeBack(sql: Sql, contactId: number, chat: string): Promise<number | undefined> {
  const [known] = await sql<{ id: number }[]>`
    UPDATE addresses SET verified_at = coalesce(verified_at, hub_now()), disabled_at = NULL, disabled_reason = NULL
    WHERE channel = 'telegram' AND target = ${chat} AND contact_id = ${contactId}
    RETURNING id`;
  return known?.id;
}

async function add(sql: Sql, contactId: number, chat: string): Promise<number> {
  const [last] = await sql<[{ preference: number }]>`
    SELECT least(99, coalesce(max(preference) + 1, 0))::int AS preference FROM addresses WHERE contact_id = ${contactId}`;
  return insertAddress(
    sql,
    { contactId },
    {
      channel: 'telegram',
      target: chat,
      preference: last.preference,
      tlpCeiling: 'RED',
      verified: true,
    },
  );
}
