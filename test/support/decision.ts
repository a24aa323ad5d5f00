import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Version } from '../../src/advisory/version.ts';
import { findVersion } from '../../src/advisory/version.ts';
import type { Hub } from '../../src/hub.ts';
import type { PolicyCase } from '../fanout/oracle.ts';
import { product } from './world.ts';

const text = { title: 'Een titel', summary: 'Kort.', description: '', advice: 'Doe iets.' };
const content = {
  texts: { nl: text, en: text },
  products: [product],
  cves: [],
  cwes: [],
  cvss: [],
  references: [],
};

/** A published version of a new advisory, straight into its row: these tests are about who gets it. */
export async function createVersion(
  { sql }: Hub,
  { tlp, urgent }: { tlp: Tlp; urgent: boolean },
): Promise<Version> {
  const [advisory] = await sql<[{ id: number }]>`
    INSERT INTO advisories (tracking_id, created_at)
    SELECT 'NCSC-2020-' || count(*) + 1, hub_now() FROM advisories RETURNING id`;
  return addVersion({ sql } as Hub, { advisoryId: advisory.id, ordinal: 0, tlp, urgent });
}

type Issue = { advisoryId: number; ordinal: number; tlp: Tlp; urgent: boolean };

/** The next published version of an advisory. */
export async function addVersion(
  { sql }: Hub,
  { advisoryId, ordinal, tlp, urgent }: Issue,
): Promise<Version> {
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO versions (advisory_id, ordinal, state, change, tlp, likelihood, impact, content, created_at, published_at)
    VALUES (${advisoryId}, ${ordinal}, 'published', ${ordinal === 0 ? 'first' : 'content'}, ${tlp},
            ${urgent ? 'high' : 'medium'}, 'high', ${sql.json(content)}, hub_now(), hub_now())
    RETURNING id`;
  return findVersion(sql, row.id);
}

/** Replaces the policy by lines with an audience each. */
export async function setPolicy({ sql }: Hub, lines: PolicyCase[]): Promise<void> {
  await sql`UPDATE policy_lines SET ended_at = hub_now() WHERE ended_at IS NULL`;
  for (const [index, line] of lines.entries()) {
    const selection = {
      kinds: line.kinds,
      sectors: line.sectors,
      organisationIds: line.listed,
      software: line.affectedOnly ? 'affected' : 'any',
      public: line.public,
    };
    const [audience] = await sql<[{ id: number }]>`
      INSERT INTO audiences (name, selection, tlp_ceiling)
      VALUES (gen_random_uuid()::text, ${sql.json(selection)}, ${line.audienceCeiling}) RETURNING id`;
    await sql`
      INSERT INTO policy_lines (position, audience_id, roles, channel_rule, pointer_above)
      VALUES (${index + 1}, ${audience.id}, ${line.roles}::text[], ${line.channelRule}, ${line.pointerAbove})`;
  }
}

/** What `publish` leaves behind for expansion: an approval and a dispatch per policy line, and the followers'. */
export async function approveWith(
  { sql }: Hub,
  versionId: number,
  previewId: number,
): Promise<number> {
  const [approval] = await sql<[{ id: number }]>`
    INSERT INTO approvals (version_id, preview_id, operator_id, at) VALUES (${versionId}, ${previewId}, 1, hub_now()) RETURNING id`;
  const version = await findVersion(sql, versionId);
  const priority = version.likelihood === 'high' ? 0 : 1;
  await sql`
    INSERT INTO dispatches (version_id, reason, source, audience_id, policy_line_id, approval_id, position, roles, channel_rule, pointer_above, priority, created_at)
    SELECT ${versionId}, 'publication', 'audience', audience_id, id, ${approval.id}, position - 1, roles, channel_rule, pointer_above, ${priority}, hub_now()
    FROM policy_lines WHERE ended_at IS NULL`;
  if (version.ordinal > 0)
    await sql`
      INSERT INTO dispatches (version_id, reason, source, approval_id, position, channel_rule, pointer_above, priority, created_at)
      SELECT ${versionId}, 'publication', 'followers', ${approval.id}, count(*), ${priority === 0 ? 'every' : 'preferred'}, true, ${priority}, hub_now()
      FROM policy_lines WHERE ended_at IS NULL`;
  return approval.id;
}
