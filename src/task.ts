import { record } from './audit.ts';
import type { Sql } from './database/connect.ts';

/**
 * What only a person can settle, the most pressing first.
 * `address stopped working`: nothing arrives there any more, and the CSIRT must reach its owner by law ·
 * `webhook disabled`: a partner's endpoint said that it is gone, or failed for days ·
 * `not for us any more`: a contact says that a message is not for it any more; it stays a recipient until a person settles that ·
 * `key expires`: an encryption key, or one of the hub's own, ends soon.
 */
export const taskKinds = [
  'address stopped working',
  'webhook disabled',
  'not for us any more',
  'key expires',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export type NewTask = {
  kind: TaskKind;
  /** What it is about, as the audit trail writes it: `address:7`. One task per kind and subject is open at a time. */
  subject: string;
  /** The address whose owner the duty officer turns to. */
  addressId?: number | undefined;
  /** The organisation, where no address leads to it. */
  organisationId?: number | undefined;
  /** Why, in the words of whoever said it (a mail server, a partner, a contact); shown, never audited. */
  detail?: string | undefined;
};

/** The detail is for a reader, and PostgreSQL takes neither NUL nor half a character. */
const mostDetail = 1000;

/**
 * Opens a task for the duty officer in the caller's transaction, with its row in the audit trail. It may be called as
 * often as the reason for it comes up: while one is open, nothing happens. The promise is whether one was opened.
 */
export async function openTask(sql: Sql, task: NewTask): Promise<boolean> {
  const { kind, subject, addressId = null, organisationId = null } = task;
  const detail =
    task.detail?.slice(0, mostDetail).replaceAll('\0', '\uFFFD').toWellFormed() || null;
  const [opened] = await sql<{ id: number }[]>`
    INSERT INTO tasks (kind, subject, address_id, organisation_id, detail, opened_at)
    VALUES (${kind}, ${subject}, ${addressId}, ${organisationId}, ${detail}, hub_now())
    ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
    RETURNING id`;
  if (!opened) return false;
  const object = `task:${opened.id}`;
  await record(sql, { actor: 'system', action: 'open', object, detail: { kind, subject } });
  return true;
}
