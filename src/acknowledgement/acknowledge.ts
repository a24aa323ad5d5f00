import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Acknowledgement, answerSchema, provenanceSchema } from './acknowledgement.ts';
import { type Answering, findAnswering } from './answering.ts';
import { lockRollUps } from './lock-roll-ups.ts';
import { rollUpAnswers } from './roll-up-answers.ts';

const input = z.strictObject({
  ...answerSchema,
  deliveryId: z.int().positive().optional(),
  versionId: z.int().positive().optional(),
  contactId: z.int().positive().optional(),
  organisationIds: z.array(z.int().positive()).max(10_000).optional(),
  provenance: provenanceSchema,
  /** Why it looks automatic: it is kept, and counts for nothing until a person confirms. */
  suspicion: z.string().max(200).optional(),
  /** The operator who entered it after a call. */
  enteredBy: z.int().positive().optional(),
});
export type AcknowledgeInput = z.input<typeof input>;
type Answer = z.output<typeof input>;

/**
 * Keeps what a contact says of a version for its organisations, and moves their roll-ups, of this version and the older
 * ones, in the same transaction. The promise is the rows written: none when the same page view gave this answer before.
 * @throws HubError invalid | not_found | conflict
 */
export async function acknowledge(hub: Hub, raw: AcknowledgeInput): Promise<Acknowledgement[]> {
  const answer = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    const answering = await findAnswering(sql, answer);
    return writeAnswer(sql, answering, answer);
  });
}

/** The same within a transaction that does more. */
export async function writeAnswer(sql: Sql, answering: Answering, answer: Answer) {
  // Sent together: inside a transaction the second waits for the first without a round trip between them.
  const [, written] = await Promise.all([
    lockRollUps(sql, answering),
    insertAnswer(sql, answering, answer),
  ]);
  if (written.length === 0) return [];
  await Promise.all([
    answer.suspicion === undefined && rollUpAnswers(sql, answering),
    recordAnswer(sql, answering, answer),
  ]);
  return [...written];
}

function insertAnswer(sql: Sql, answering: Answering, answer: Answer) {
  const { versionId, contactId, deliveryId, dispatchId, organisationIds } = answering;
  const { choice, saidBy = null, remark = null, provenance } = answer;
  return sql<Acknowledgement[]>`
    INSERT INTO acknowledgements (version_id, organisation_id, contact_id, delivery_id, choice, said_by, remark, origin,
                                  provenance, suspicion, entered_by, at, late)
    SELECT ${versionId}, o.id, ${contactId}, ${deliveryId}, ${choice}, ${saidBy}, ${remark || null}, ${answer.origin},
           ${sql.json(provenance)}, ${answer.suspicion ?? null}, ${answer.enteredBy ?? null}, hub_now(),
           coalesce(hub_now() > (
             SELECT min(s.deadline_at) FROM organisation_dispatches r JOIN dispatches s ON s.id = r.dispatch_id
             WHERE r.organisation_id = o.id AND s.version_id = ${versionId}
               AND (${dispatchId}::int IS NULL OR s.id = ${dispatchId})), false)
    FROM unnest(${organisationIds}::int[]) AS o (id)
    WHERE NOT EXISTS (
      SELECT FROM (SELECT * FROM acknowledgements a WHERE a.delivery_id = ${deliveryId} AND a.organisation_id = o.id
                   ORDER BY a.at DESC, a.id DESC LIMIT 1) last
      WHERE last.provenance->>'view' = ${provenance.view ?? null} AND last.choice = ${choice}
        AND last.said_by IS NOT DISTINCT FROM ${saidBy} AND last.remark IS NOT DISTINCT FROM ${remark || null})
    RETURNING *`;
}

function recordAnswer(sql: Sql, answering: Answering, answer: Answer) {
  const { enteredBy, choice, origin, suspicion } = answer;
  return record(sql, {
    actor: enteredBy ? `operator:${enteredBy}` : actorOf(answering),
    action: 'acknowledge',
    object: `version:${answering.versionId}`,
    origin,
    detail: {
      choice,
      counted: suspicion === undefined,
      organisations: answering.organisationIds,
      delivery: answering.deliveryId,
    },
  });
}

/** Who answered, in the words of the audit trail. */
export function actorOf({ contactId, organisationIds }: Answering): string {
  return contactId === null ? `organisation:${organisationIds[0]}` : `contact:${contactId}`;
}
