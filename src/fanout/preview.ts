import type { Form } from '../audience/ceiling.ts';
import type { Kind } from '../audience/kind.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { digestOf } from './digest.ts';
import type { Line } from './line.ts';
import { type Keyless, listKeyless } from './list-keyless.ts';
import { type Decision, type NoticeDecision, planOf, planOfNotice } from './plan.ts';
import type { Reason } from './reason.ts';
import { recipients } from './recipients.ts';
import type { Subject } from './subject.ts';

/** How many addresses a line reaches, or leaves out for a reason, by channel and form. */
export type Share = {
  position: number;
  channel: string;
  form: Form;
  reason: string | null;
  count: number;
};
/** A contact's address that is left out, with the reason. */
export type LeftOut = { organisations: string[]; contact: string; channel: string; reason: string };
/** An organisation of the audience that no message will reach. */
export type Unreachable = { organisationId: number; name: string; kind: Kind };

/** What an approver sees before anything is sent. */
export type Preview = {
  previewId: number;
  addressCount: number;
  digest: string;
  /** Organisations that at least one message reaches. */
  organisationCount: number;
  lines: { position: number; name: string; organisations: number; shares: Share[] }[];
  leftOut: LeftOut[];
  unreachable: Unreachable[];
  /** Whom RED reaches as a pointer only, or not at all, for want of a key. */
  keyless: Keyless[];
};

type Counted = {
  addressCount: number;
  digest: string;
  addressIds: number[];
  reachedIds: number[];
  shares: Share[];
};

/**
 * Shows who would receive what, by the very query that expansion runs, and notes that this operator saw it.
 * @throws HubError not_found
 */
export async function preview(
  hub: Hub,
  decision: (Decision | NoticeDecision) & { operatorId: number },
): Promise<Preview> {
  return hub.sql.begin('isolation level repeatable read', async (sql) => {
    await requireRole(sql, decision.operatorId, ['author', 'approver', 'duty officer']);
    const isNotice = 'noticeId' in decision;
    const plan = isNotice ? await planOfNotice(sql, decision) : await planOf(sql, decision);
    const { version, subject, lines } = plan;
    const noticeId = isNotice ? decision.noticeId : null;
    const counted = await countRecipients(sql, subject, lines);
    const summary = {
      lines: lines.map(({ position, name, organisationIds }) => ({
        position,
        name,
        organisations: organisationIds.length,
        shares: counted.shares.filter((share) => share.position === position),
      })),
      leftOut: await listLeftOut(sql, subject, lines),
      unreachable: await listUnreachable(sql, lines, counted.reachedIds),
      keyless: await listKeyless(sql, subject, lines),
      organisationCount: counted.reachedIds.length,
    };
    const { addressCount, digest, addressIds } = counted;
    const [row] = await sql<{ id: number }[]>`
      INSERT INTO previews (version_id, notice_id, revision, reason, operator_id, at, address_count, digest, address_ids, summary)
      VALUES (${version?.id ?? null}, ${noticeId}, ${version?.revision ?? 1}, ${reasonOf(decision)}, ${decision.operatorId},
              hub_now(), ${addressCount}, ${digest}, ${addressIds}::int[],
              ${sql.json({ shares: counted.shares, organisationIds: counted.reachedIds })})
      RETURNING id`;
    const previewId = row?.id as number;
    await record(sql, {
      actor: `operator:${decision.operatorId}`,
      action: 'preview',
      object: version ? `version:${version.id}` : `notice:${noticeId}`,
      detail: { previewId, addressCount, digest },
    });
    return { previewId, addressCount, digest, ...summary };
  });
}

/** What the preview is of. One by hand never passes for one that the approval of a version or withdrawal rests on. */
function reasonOf({ reason = 'publication', byHand }: Decision | NoticeDecision): Reason {
  const approved: Reason[] = ['publication', 'correction', 'withdrawal'];
  return byHand && approved.includes(reason) ? 'repeat' : reason;
}

async function countRecipients(sql: Sql, subject: Subject, lines: Line[]): Promise<Counted> {
  const [counted] = await sql<[Counted]>`
    WITH recipient AS MATERIALIZED (${recipients(sql, subject, lines)}),
    share AS (
      SELECT position, channel, form, reason, count(*)::int AS count
      FROM recipient GROUP BY position, channel, form, reason ORDER BY position, channel, form, reason
    )
    SELECT (SELECT count(*) FROM recipient WHERE reason IS NULL)::int AS address_count,
           (SELECT ${digestOf(sql, sql`address_id`)} FROM recipient WHERE reason IS NULL) AS digest,
           ARRAY(SELECT address_id FROM recipient
                 WHERE reason IS NULL AND contact_id IS NOT NULL ORDER BY address_id) AS address_ids,
           ARRAY(SELECT DISTINCT o FROM recipient CROSS JOIN LATERAL unnest(organisation_ids) AS o
                 WHERE reason IS NULL) AS reached_ids,
           (SELECT coalesce(jsonb_agg(share), '[]') FROM share) AS shares`;
  return counted;
}

function listLeftOut(sql: Sql, subject: Subject, lines: Line[]) {
  return sql<LeftOut[]>`
    SELECT ARRAY(SELECT name FROM organisations WHERE id = ANY(r.organisation_ids) ORDER BY name) AS organisations,
           c.name AS contact, r.channel, r.reason
    FROM (${recipients(sql, subject, lines)}) r JOIN contacts c ON c.id = r.contact_id
    WHERE r.reason IS NOT NULL AND r.contact_id IS NOT NULL
    ORDER BY organisations, contact`;
}

function listUnreachable(sql: Sql, lines: Line[], reachedIds: number[]) {
  const meant = [...new Set(lines.flatMap((line) => line.organisationIds))];
  return sql<Unreachable[]>`
    SELECT id AS organisation_id, name, kind FROM organisations
    WHERE id = ANY(${meant}::int[]) AND NOT id = ANY(${reachedIds}::int[])
    ORDER BY kind, name`;
}
