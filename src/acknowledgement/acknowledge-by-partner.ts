import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { mayHave } from '../fanout/webhook/may-have.ts';
import type { Hub } from '../hub.ts';
import type { Partner } from '../operator/caller.ts';
import { parse } from '../parse.ts';
import { acknowledge } from './acknowledge.ts';
import { type Acknowledgement, answerSchema } from './acknowledgement.ts';

const { choice, saidBy, remark } = answerSchema;

/** What a partner's machine says; a person's name where one decided. */
export const partnerAnswer = z.strictObject({ choice, saidBy, remark });

const input = partnerAnswer.extend({
  deliveryId: z.int().positive().max(Number.MAX_SAFE_INTEGER),
});

/**
 * Takes a partner's answer to a message that it got, by whatever channel, for its own organisation alone. The key is proof
 * enough that the partner means it (promise 7), and stands in the provenance.
 * @throws HubError invalid | not_found | conflict
 */
export async function acknowledgeByPartner(
  hub: Hub,
  { partner, ...raw }: z.input<typeof input> & { partner: Partner },
): Promise<Acknowledgement> {
  const answer = parse(input, raw);
  const { organisationId, keyId } = partner;
  await requireOwn(hub.sql, answer.deliveryId, organisationId);
  const organisationIds = [organisationId];
  const [written] = await acknowledge(hub, {
    ...answer,
    organisationIds,
    origin: 'api',
    provenance: { keyId },
  });
  if (!written) throw new Error('An answer without a page view was taken for one that came twice.');
  return written;
}

/** A message that was for others is none that the partner knows of, and neither is one that never left. @throws HubError not_found */
async function requireOwn(sql: Sql, deliveryId: number, organisationId: number) {
  const [own] = await sql`
    SELECT FROM deliveries d
    WHERE d.id = ${deliveryId} AND d.organisation_ids @> ARRAY[${organisationId}::int] AND ${mayHave(sql)}`;
  if (!own) throw new HubError('not_found', `You got no delivery with id ${deliveryId}.`);
}
