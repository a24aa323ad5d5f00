import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { writeAnswer } from './acknowledge.ts';
import { answerSchema, provenanceSchema } from './acknowledgement.ts';
import { type Answering, findAnswering } from './answering.ts';
import { type Choice, responseStatuses } from './choice.ts';
import { impliedChoice } from './implied-choice.ts';
import { answererOf } from './insert-answers.ts';
import { lockRollUps } from './lock-roll-ups.ts';
import { type Asked, asksResponse, checkExplanation, type Response } from './response.ts';
import { rollUpAnswers } from './roll-up-answers.ts';

const { saidBy, remark, origin } = answerSchema;
const input = z.strictObject({
  /** The delivery that carried the request, or else the dispatch itself and the organisations that answer it. */
  deliveryId: z.int().positive().optional(),
  dispatchId: z.int().positive().optional(),
  contactId: z.int().positive().optional(),
  organisationIds: z.array(z.int().positive()).max(10_000).optional(),
  status: z.enum(responseStatuses),
  explanation: z.array(z.string().trim().max(5000)).max(20).default([]),
  saidBy,
  remark,
  origin,
  provenance: provenanceSchema,
  enteredBy: z.int().positive().optional(),
});
export type RespondInput = z.input<typeof input>;
type Answer = z.output<typeof input>;
type Request = Asked & { id: number; versionId: number };

/**
 * Keeps an organisation's answer to a request. The newest stands, the earlier ones stay; who responds has acknowledged
 * as well, in the same transaction. The promise is the rows written, none for what stood already.
 * @throws HubError not_found, `conflict` when nothing was asked, `invalid` when *explain* leaves a condition unargued
 */
export async function respond(hub: Hub, raw: RespondInput): Promise<Response[]> {
  const answer = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    const { answering, request } = await findRequest(sql, answer);
    const findings = checkExplanation(request, answer);
    if (findings.length > 0)
      throw new HubError('invalid', 'An explanation argues every condition.', findings);
    await lockRollUps(sql, [answering]);
    const written = await insertResponse(sql, answering, answer);
    if (written.length === 0) return [];
    await rollUpResponse(sql, answering, answer);
    await acknowledgeToo(sql, answering, answer);
    await recordResponse(sql, answering, answer);
    return written;
  });
}

type Located = Answering & { dispatchId: number };

async function findRequest(sql: Sql, answer: Answer) {
  const { deliveryId, dispatchId, contactId, organisationIds } = answer;
  const [request] = await sql<Request[]>`
    SELECT s.id, s.version_id, s.request_kind, s.conditions FROM dispatches s
    WHERE s.id = coalesce(${dispatchId ?? null}::int,
                          (SELECT dispatch_id FROM deliveries WHERE id = ${deliveryId ?? null}::bigint))`;
  if (!request) throw new HubError('not_found', 'There is no such request.');
  if (!asksResponse(request)) throw new HubError('conflict', 'This message asks for no response.');
  const { versionId } = request;
  const named = { deliveryId, versionId, contactId, organisationIds };
  const answering: Located = { ...(await findAnswering(sql, named)), dispatchId: request.id };
  return { request, answering };
}

/** The rows, but for organisations whose last response says exactly this already: a form that is sent twice. */
async function insertResponse(sql: Sql, answering: Located, answer: Answer): Promise<Response[]> {
  const { dispatchId, contactId, organisationIds } = answering;
  const { status, origin, enteredBy, saidBy = null, remark } = answer;
  const explanation = sql.json(status === 'explain' ? answer.explanation : []);
  return sql<Response[]>`
    INSERT INTO responses (dispatch_id, organisation_id, contact_id, status, explanation, remark, said_by, origin,
                           entered_by, at, late)
    SELECT ${dispatchId}, o.id, ${contactId}, ${status}, ${explanation}, ${remark || null}, ${saidBy},
           ${origin}, ${enteredBy ?? null}, hub_now(),
           coalesce(hub_now() > (SELECT deadline_at FROM dispatches WHERE id = ${dispatchId}), false)
    FROM unnest(${organisationIds}::int[]) AS o (id)
    WHERE NOT EXISTS (
      SELECT FROM (SELECT * FROM responses p WHERE p.dispatch_id = ${dispatchId} AND p.organisation_id = o.id
                   ORDER BY p.at DESC, p.id DESC LIMIT 1) last
      WHERE (last.contact_id, last.status, last.explanation, last.remark, last.said_by)
            IS NOT DISTINCT FROM (${contactId}::int, ${status}::response_status, ${explanation}::jsonb,
                                  ${remark || null}::text, ${saidBy}::text))
    RETURNING *`;
}

/** The roll-up keeps when an organisation first responded, and what it says now. */
function rollUpResponse(sql: Sql, { dispatchId, organisationIds }: Located, { status }: Answer) {
  return sql`
    UPDATE organisation_dispatches
    SET responded_at = coalesce(responded_at, hub_now()), response_status = ${status}
    WHERE dispatch_id = ${dispatchId} AND organisation_id = ANY(${organisationIds}::int[])`;
}

/** Acknowledges for those organisations whose standing choice does not say it already. */
async function acknowledgeToo(sql: Sql, answering: Located, answer: Answer) {
  const standing = await listStanding(sql, answering);
  const { saidBy, origin, provenance, enteredBy, status } = answer;
  for (const choice of ['acting', 'does not apply'] as const) {
    const organisationIds = standing
      .filter((row) => impliedChoice(status, row.choice) === choice)
      .map((row) => row.organisationId);
    if (organisationIds.length === 0) continue;
    const said = { choice, saidBy, origin, provenance, enteredBy };
    await writeAnswer(sql, { ...answering, organisationIds }, said);
  }
  // What was said before the request was made covers its roll-up too, now that the organisation has read it.
  await rollUpAnswers(sql, [answering]);
}

function listStanding(sql: Sql, { versionId, organisationIds }: Located) {
  return sql<{ organisationId: number; choice: Choice | null }[]>`
    SELECT o.id AS organisation_id, max(r.choice) AS choice
    FROM unnest(${organisationIds}::int[]) AS o (id)
    LEFT JOIN (organisation_dispatches r JOIN dispatches s ON s.id = r.dispatch_id AND s.version_id = ${versionId})
           ON r.organisation_id = o.id
    GROUP BY o.id`;
}

function recordResponse(sql: Sql, answering: Located, { status, origin, enteredBy }: Answer) {
  return record(sql, {
    actor: enteredBy ? `operator:${enteredBy}` : answererOf(answering),
    action: 'respond',
    object: `dispatch:${answering.dispatchId}`,
    origin,
    detail: { status, organisations: answering.organisationIds, delivery: answering.deliveryId },
  });
}
