import { z } from 'zod';
import { languages } from '../advisory/language.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { blind } from '../operator/secret.ts';
import { parse } from '../parse.ts';
import { emailAddress } from './email-address.ts';

const input = z.strictObject({
  email: emailAddress,
  language: z.enum(languages),
  urgentOnly: z.boolean(),
  /** Where the request came from; kept as a keyed hash for as long as the request. */
  client: z.string(),
});

/** Days within which a mailbox must be confirmed. */
export const confirmDays = 3;
/** So many mails does one address get in a day, however often and by whomever it is typed in. */
export const mostMailsADay = 3;
/** So many requests does one client make in an hour; it may be a whole office. */
export const mostRequestsAnHour = 20;

/**
 * Asks the mailbox itself whether it wants our advisories: a mail with a link that confirms. The answer is the same
 * for every address, known, unknown or asked too often, so that nobody learns who subscribed.
 * @throws HubError invalid | too_many for a client that asks without end
 */
export async function askSubscription(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { email, language, urgentOnly, client } = parse(input, raw);
  const target = email.toLowerCase();
  const { linkKeys } = hub.config;
  const hashes = {
    targetHash: blind(linkKeys, `subscribe address\n${target}`),
    clientHash: blind(linkKeys, `subscribe client\n${client}`),
  };
  await hub.sql.begin(async (sql) => {
    await forgetExpired(sql);
    await requireRoom(sql, hashes.clientHash);
    const [row] = await sql<{ id: number }[]>`
      INSERT INTO confirmations (target, target_hash, client_hash, language, urgent_only, expires_at)
      SELECT ${target}, ${hashes.targetHash}, ${hashes.clientHash}, ${language}::language, ${urgentOnly},
             clock_timestamp() + ${confirmDays} * interval '1 day'
      WHERE (SELECT count(*) FROM confirmations
             WHERE target_hash = ${hashes.targetHash} AND asked_at > clock_timestamp() - interval '1 day') < ${mostMailsADay}
      RETURNING id`;
    if (!row) return;
    await record(sql, {
      actor: 'public',
      action: 'ask subscription',
      object: `confirmation:${row.id}`,
    });
    await sql`SELECT pg_notify('fanout', 'confirmation')`;
  });
}

/** Who never confirmed is nobody's business any more; the counts of the last day are all that is needed after that. */
async function forgetExpired(sql: Sql): Promise<void> {
  await sql`
    DELETE FROM confirmations
    WHERE id IN (SELECT id FROM confirmations WHERE expires_at < clock_timestamp() ORDER BY id LIMIT 100
                 FOR UPDATE SKIP LOCKED)`;
}

async function requireRoom(sql: Sql, clientHash: Buffer): Promise<void> {
  const [asked] = await sql<[{ count: number }]>`
    SELECT count(*) FROM confirmations
    WHERE client_hash = ${clientHash} AND asked_at > clock_timestamp() - interval '1 hour'`;
  if (asked.count < mostRequestsAnHour) return;
  throw new HubError('too_many', 'Too many requests came from here: try again in an hour.');
}
