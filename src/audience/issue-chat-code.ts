import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { blind } from '../operator/secret.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockContact } from './contact.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  operatorId: z.int().positive(),
});

/** Hours for which a code works. */
export const codeHours = 24;
/** Without those that look like another: twelve of them are 60 bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export type ChatCode = {
  contactId: number;
  /** As it is typed: `ABCD-EFGH-JKLM`. Shown this once. */
  code: string;
  /** Opens the bot with it, where the bot's name is known. */
  link: string | null;
  /** In real time. */
  expiresAt: Date;
};

/**
 * Makes the code with which a contact brings its chat of Telegram under its name, once; an earlier one that was not used
 * works no more. @throws HubError not_found | gone | forbidden | conflict where this hub has no bot
 */
export async function issueChatCode(hub: Hub, raw: z.input<typeof input>): Promise<ChatCode> {
  const { contactId, operatorId } = parse(input, raw);
  const { telegram } = hub.config;
  if (!telegram) throw new HubError('conflict', 'This hub has no bot: set TELEGRAM_TOKEN.');
  const code = inventCode();
  return asAdministrator(hub, operatorId, async (sql) => {
    const { removedAt } = await lockContact(sql, contactId);
    if (removedAt) throw new HubError('gone', 'This contact was removed.');
    await sql`DELETE FROM chat_codes WHERE contact_id = ${contactId} AND used_at IS NULL`;
    const [row] = await sql<[{ expiresAt: Date }]>`
      INSERT INTO chat_codes (hash, contact_id, operator_id, expires_at)
      VALUES (${hashOfCode(hub, code)}, ${contactId}, ${operatorId}, clock_timestamp() + ${codeHours} * interval '1 hour')
      RETURNING expires_at`;
    const link = telegram.botName ? `https://t.me/${telegram.botName}?start=${code}` : null;
    const value = { contactId, code, link, expiresAt: row.expiresAt };
    return { value, entry: { action: 'issue chat code', object: `contact:${contactId}` } };
  });
}

/** Under a key outside the database, so that whoever reads the table cannot try codes on it. */
export const hashOfCode = ({ config }: Hub, code: string) =>
  blind(config.linkKeys, `chat code\n${code.toUpperCase().replaceAll('-', '')}`);

function inventCode(): string {
  const part = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [part(), part(), part()].join('-');
}
