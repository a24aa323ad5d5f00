import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { line } from './text.ts';

/** An office's agreement outside the hub: which office, who said so, when, and how (by phone, in a meeting, …). */
export const consentSchema = z.strictObject({
  office: line(200).min(1),
  saidBy: line(200).min(1).optional(),
  givenAt: z.date(),
  means: line(500).min(1),
});
export type Consent = z.output<typeof consentSchema>;

/** What an approver may bring along. */
export const approvalFields = {
  /** The preview that was seen; without it the newest one of this operator is meant. */
  previewId: z.int().positive().optional(),
  /** Why four eyes could not be had. */
  breakGlass: line(2000).min(1).optional(),
  consents: z.array(consentSchema).max(20).default([]),
};

/** @throws HubError invalid: a consent that is still to come */
export async function recordConsents(
  sql: Sql,
  approvalId: number,
  consents: Consent[],
): Promise<void> {
  const [{ now }] = await sql<[{ now: Date }]>`SELECT hub_now() AS now`;
  const early = consents.findIndex(({ givenAt }) => givenAt > now);
  if (early >= 0) {
    const message = 'This consent is still to come: approve once it was given.';
    throw new HubError('invalid', message, [{ path: `consents.${early}.givenAt`, message }]);
  }
  for (const { office, saidBy, givenAt, means } of consents) {
    await sql`
      INSERT INTO consents (approval_id, office, said_by, given_at, means)
      VALUES (${approvalId}, ${office}, ${saidBy ?? null}, ${givenAt}, ${means})`;
  }
}
