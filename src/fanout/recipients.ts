import { channelCeilings } from '../audience/ceiling.ts';
import { isUsable } from '../audience/encryption-key.ts';
import type { Fragment, Sql } from '../database/connect.ts';
import { earlier } from './followed.ts';
import type { Line } from './line.ts';
import { listPublic } from './public-recipients.ts';
import type { Subject } from './subject.ts';
import { listForms } from './wall.ts';
import { outOfUse } from './webhook/missed.ts';

/**
 * The one query that says who gets what: the preview counts it, `expand` inserts it. A row is an address:
 * `position, address_id, contact_id, organisation_ids, channel, lane, form, reason`; `reason` is null when the
 * message goes, else why the address is left out. An address that several lines name belongs to the first that may
 * tell it, for all organisations that it stands for. Contacts are few (10⁴ organisations) and are judged and
 * deduplicated row by row; the public may be millions, so its half is a plain scan that needs neither.
 * A machine that asked to be told is told beside the person whose it is and takes nobody's turn: under `preferred` a dead
 * webhook would else hold up the mail for days.
 */
export function recipients(sql: Sql, subject: Subject, lines: Line[]) {
  return sql`
    WITH candidate AS MATERIALIZED (${listCandidates(sql, lines)}),
    allowed AS (${listForms(sql, subject, lines)}),
    told AS (${listToldCeilings(sql, subject, lines)}),
    judged AS (
      SELECT c.position, c.address_id, c.organisation_id, a.contact_id, a.channel, a.lane, a.preference,
             c.channel_rule, w.address_id IS NOT NULL AS beside, coalesce(w.organisation_id <> o.id, false) AS foreign_to, f.form,
             ${whyNot(sql, subject)} AS reason
      FROM candidate c
      JOIN addresses a       ON a.id = c.address_id
      JOIN contacts ct       ON ct.id = a.contact_id
      JOIN organisations o   ON o.id = c.organisation_id
      LEFT JOIN removals r   ON r.address_id = a.id AND r.advisory_id = ${subject.advisoryId}
      LEFT JOIN webhooks w   ON w.address_id = a.id
      LEFT JOIN told t       ON t.organisation_id = o.id
      LEFT JOIN encryption_keys k ON k.contact_id = ct.id AND NOT ct.functional AND ${isUsable(sql)}
                            AND ${subject.tlp === 'RED'}
      LEFT JOIN allowed f    ON f.position = c.position AND f.channel = a.channel AND f.owner = o.kind
                            AND f.own_use = (o.own_use_since IS NOT NULL AND o.own_use_since <= (SELECT hub_now())::date)
                            AND f.organisation_within = (o.tlp_ceiling >= ${subject.tlp}::tlp)
                            AND f.address_within = (a.tlp_ceiling >= ${subject.tlp}::tlp
                                                    AND (NOT c.as_told OR coalesce(t.ceiling, 'CLEAR') >= ${subject.tlp}::tlp))
                            AND f.encrypted = (k.id IS NOT NULL)
      WHERE a.channel = ANY(${Object.keys(channelCeilings)}::text[])
    ),
    turn AS (${lines.every(({ channelRule }) => channelRule === 'every') ? sql`SELECT * FROM judged` : listTurns(sql)})
    SELECT coalesce(min(position) FILTER (WHERE reason IS NULL), min(position)) AS position,
           address_id, contact_id,
           CASE WHEN bool_and(reason IS NOT NULL)
                THEN coalesce(array_agg(DISTINCT organisation_id) FILTER (WHERE NOT foreign_to), array_agg(DISTINCT organisation_id))
                ELSE array_agg(DISTINCT organisation_id) FILTER (WHERE reason IS NULL) END AS organisation_ids,
           channel, lane,
           CASE WHEN bool_or(form = 'full' AND (reason IS NULL OR beside AND reason LIKE ${`${outOfUse}%`}))
                THEN 'full' ELSE 'pointer' END::form AS form,
           CASE WHEN bool_and(reason IS NOT NULL)
                THEN coalesce(min(reason) FILTER (WHERE NOT foreign_to), min(reason)) END AS reason
    FROM turn
    GROUP BY address_id, contact_id, channel, lane
    UNION ALL
    ${listPublic(sql, subject, lines)}`;
}

/**
 * Of `judged` those whose turn it is: every address where the line says so, else the preferred one of each contact that
 * may be told; one that may not stays, so that it is named. Where all lines say `every` this weighing is left out: it
 * sorts the whole audience twice.
 */
const listTurns = (sql: Sql) => sql`
      SELECT * FROM (
        SELECT *, dense_rank() OVER (PARTITION BY position, contact_id, beside ORDER BY blocked, preference, address_id) AS rank
        FROM (
          SELECT *, bool_and(reason IS NOT NULL) OVER (PARTITION BY position, address_id) AS blocked FROM judged
        ) weighed
      ) ranked
      WHERE channel_rule = 'every' OR blocked OR beside OR rank = 1`;

const isAsTold = (line: Line) => line.audienceCeiling === null;

/** The highest ceiling of the audiences by which an organisation was told of this advisory: following it opens no more. */
function listToldCeilings(sql: Sql, { advisoryId }: Subject, lines: Line[]) {
  return sql`
    SELECT r.organisation_id, max(u.tlp_ceiling) AS ceiling
    FROM versions v
    JOIN dispatches p              ON p.version_id = v.id
    JOIN audiences u               ON u.id = p.audience_id
    JOIN organisation_dispatches r ON r.dispatch_id = p.id
    WHERE ${lines.some(isAsTold)} AND v.advisory_id = ${advisoryId}
      AND r.organisation_id IN (SELECT organisation_id FROM candidate)
    GROUP BY r.organisation_id`;
}

/**
 * Contacts' addresses with the organisation for which each is meant and what their line says, one SELECT per line: a
 * join to a table of lines would have the planner expect fifty rows of ten thousand, and look each of them up. A webhook's
 * filter speaks of what is new to it: who follows an advisory by this very address hears of it, and who got what is
 * corrected or withdrawn.
 */
function listCandidates(sql: Sql, lines: Line[]) {
  const selects = lines.map((line) => {
    const of = sql`${line.position}::smallint AS position, ${line.channelRule}::text AS channel_rule, ${isAsTold(line)}::boolean AS as_told`;
    const filtered = sql`${line.source === 'audience' || line.source === 'fallback'}::boolean AS filtered`;
    if (line.source === 'audience')
      return sql`
        SELECT ${of}, ${filtered}, a.id AS address_id, co.organisation_id
        FROM contact_organisations co JOIN addresses a ON a.contact_id = co.contact_id
        WHERE co.organisation_id = ANY(${line.organisationIds}::int[])
          AND (${line.roles.length === 0} OR co.role = ANY(${line.roles}::text[]))`;
    if (line.source === 'followers')
      return sql`
        SELECT ${of}, a.id <> d.address_id, a.id, o.organisation_id
        FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
        JOIN addresses a ON a.contact_id = d.contact_id
        WHERE d.dispatch_id = ANY(${line.from}::int[]) AND ${earlier(sql, line)}`;
    if (line.source === 'missed')
      return sql`
        SELECT ${of}, p.source = 'audience', d.address_id, o.organisation_id
        FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
        WHERE d.id = ANY(${line.from}::bigint[])`;
    if (line.source === 'fallback')
      return sql`
        SELECT ${of}, ${filtered}, a.id, o.organisation_id
        FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
        JOIN addresses a ON a.contact_id = d.contact_id
        WHERE d.id = ANY(${line.from}::bigint[])
          AND NOT EXISTS (SELECT FROM deliveries tried
                          JOIN dispatches p ON p.id = tried.dispatch_id
                          JOIN dispatches q ON q.approval_id = p.approval_id
                          WHERE q.id = d.dispatch_id AND tried.address_id = a.id)`;
    return sql`
      SELECT ${of}, ${filtered}, d.address_id, o.organisation_id
      FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
      WHERE d.dispatch_id = ANY(${line.from}::int[]) AND ${earlier(sql, line)}`;
  });
  const nobody = sql`
    SELECT 0::smallint AS position, ''::text AS channel_rule, false AS as_told, false AS filtered, 0 AS address_id, 0 AS organisation_id
    WHERE false`;
  return selects.reduce<Fragment>((all, select) => sql`${all} UNION ALL ${select}`, nobody);
}

/**
 * Why an address is left out, the reason that lasts longest first; null when the message goes. A machine that only did not
 * listen at the time may ask for what it missed: so for a webhook everything else is said first.
 */
function whyNot(sql: Sql, subject: Subject) {
  const above = `above the ceiling for TLP:${subject.tlp}`;
  return sql`CASE
    WHEN r.reason IS NOT NULL        THEN 'removed: ' || r.reason
    WHEN o.removed_at IS NOT NULL    THEN 'the organisation is no longer a target'
    WHEN ct.removed_at IS NOT NULL   THEN 'the contact was removed'
    WHEN NOT EXISTS (SELECT FROM contact_organisations co
                     WHERE co.contact_id = ct.id AND co.organisation_id = o.id)
                                     THEN 'the contact is no longer one of this organisation'
    WHEN w.organisation_id <> o.id   THEN 'the webhook is another organisation’s'
    WHEN w.address_id IS NOT NULL AND f.form IS NULL
                                     THEN ${above}
    WHEN c.filtered AND a.id = ANY(${subject.unwanted}::int[])
                                     THEN 'the webhook does not ask for this'
    WHEN a.disabled_at IS NOT NULL   THEN ${outOfUse} || coalesce(a.disabled_reason, 'no reason given')
    WHEN a.verified_at IS NULL       THEN 'the address is not verified'
    WHEN f.form IS NULL              THEN ${above}
  END`;
}
