import type { Sql } from '../database/connect.ts';
import type { Acknowledgement, Provenance } from './acknowledgement.ts';
import type { Answering } from './answering.ts';
import type { Choice, Origin } from './choice.ts';

/** An answer, and who gives it for whom. */
export type Given = {
  answering: Answering;
  answer: {
    choice: Choice;
    saidBy?: string | undefined;
    remark?: string | undefined;
    origin: Origin;
    provenance: Provenance;
    suspicion?: string | undefined;
    enteredBy?: number | undefined;
  };
};

/**
 * Writes answers with their audit rows in one statement, each of another delivery. An organisation whose last answer by
 * this link came from the same page view and says the same gets no row, and an answer without rows leaves no trace.
 */
export function insertAnswers(sql: Sql, given: Given[]) {
  const column = <T>(of: (one: Given) => T | undefined) => given.map((one) => of(one) ?? null);
  const places = given.flatMap(({ answering }, n) =>
    answering.organisationIds.map((organisationId) => ({ n, organisationId })),
  );
  return sql<Acknowledgement[]>`
    WITH moment AS MATERIALIZED (
      SELECT hub_now() AS at
    ), said AS MATERIALIZED (
      SELECT * FROM unnest(
        ${given.map((_, n) => n)}::int[],
        ${column(({ answering }) => answering.versionId)}::int[],
        ${column(({ answering }) => answering.contactId)}::int[],
        ${column(({ answering }) => answering.deliveryId)}::bigint[],
        ${column(({ answering }) => answering.dispatchId)}::int[],
        ${column(({ answer }) => answer.choice)}::text[]::choice[],
        ${column(({ answer }) => answer.saidBy)}::text[],
        ${column(({ answer }) => answer.remark || null)}::text[],
        ${column(({ answer }) => answer.origin)}::text[]::origin[],
        ${column(({ answer }) => JSON.stringify(answer.provenance))}::text[]::jsonb[],
        ${column(({ answer }) => answer.suspicion)}::text[],
        ${column(({ answer }) => answer.enteredBy)}::int[],
        ${column(actorOf)}::text[],
        ${column((one) => JSON.stringify(detailOf(one)))}::text[]::jsonb[]
      ) AS s (n, version_id, contact_id, delivery_id, dispatch_id, choice, said_by, remark, origin, provenance,
              suspicion, entered_by, actor, detail)
    ), written AS (
      INSERT INTO acknowledgements (version_id, organisation_id, contact_id, delivery_id, choice, said_by, remark,
                                    origin, provenance, suspicion, entered_by, at, late)
      SELECT s.version_id, o.id, s.contact_id, s.delivery_id, s.choice, s.said_by, s.remark,
             s.origin, s.provenance, s.suspicion, s.entered_by, m.at,
             coalesce(m.at > (
               SELECT min(d.deadline_at) FROM organisation_dispatches r JOIN dispatches d ON d.id = r.dispatch_id
               WHERE r.organisation_id = o.id AND d.version_id = s.version_id
                 AND (s.dispatch_id IS NULL OR d.id = s.dispatch_id)), false)
      FROM said s
      JOIN unnest(${places.map(({ n }) => n)}::int[], ${places.map(({ organisationId }) => organisationId)}::int[])
        AS o (n, id) USING (n)
      CROSS JOIN moment m
      WHERE NOT EXISTS (
        SELECT FROM (SELECT * FROM acknowledgements a WHERE a.delivery_id = s.delivery_id AND a.organisation_id = o.id
                     ORDER BY a.at DESC, a.id DESC LIMIT 1) last
        WHERE last.provenance->>'view' = s.provenance->>'view' AND last.choice = s.choice
          AND last.said_by IS NOT DISTINCT FROM s.said_by AND last.remark IS NOT DISTINCT FROM s.remark)
      ORDER BY n
      RETURNING *
    ), audited AS (
      INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
      SELECT m.at, s.actor, 'acknowledge', 'version:' || s.version_id, 'ok', s.origin::text, s.detail
      FROM said s CROSS JOIN moment m
      WHERE EXISTS (SELECT FROM written w WHERE w.delivery_id IS NOT DISTINCT FROM s.delivery_id)
      ORDER BY s.n
    )
    SELECT * FROM written ORDER BY id`;
}

/** Who answered, in the words of the audit trail. */
function actorOf({ answering, answer }: Given): string {
  return answer.enteredBy ? `operator:${answer.enteredBy}` : answererOf(answering);
}

/** The contact, or where none is known the organisation. */
export function answererOf({ contactId, organisationIds }: Answering): string {
  return contactId === null ? `organisation:${organisationIds[0]}` : `contact:${contactId}`;
}

const detailOf = ({ answering, answer }: Given) => ({
  choice: answer.choice,
  counted: answer.suspicion === undefined,
  organisations: answering.organisationIds,
  delivery: answering.deliveryId,
});
