import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Client, Sql } from '../../src/database/connect.ts';
import type { ChannelRule } from '../../src/fanout/reason.ts';

export type Crowd = 'readers' | 'providers';
export type Publication = {
  urgent?: boolean;
  /** CLEAR unless it is said. */
  tlp?: Tlp;
  /** What goes where the full text may not. */
  pointerAbove?: boolean;
  /** A dispatch each, in this order. */
  to: Crowd[];
  /** For the providers. */
  channelRule?: ChannelRule;
  /** What the mail says, beside a title and a summary; for its size. */
  description?: string;
};
export type Published = { versionId: number; dispatchIds: number[] };

/**
 * Leaves behind what publishing a version leaves: the version, an approval, a dispatch per audience that
 * nobody has expanded yet, and the call that wakes the fan-out.
 */
export async function publishFixture(client: Client, publication: Publication): Promise<Published> {
  return client.begin(async (sql) => {
    const versionId = await insertVersion(sql, publication);
    const approvalId = await insertApproval(sql, versionId);
    const dispatchIds: number[] = [];
    for (const [position, crowd] of publication.to.entries()) {
      const { urgent = false, channelRule = 'every', pointerAbove = false } = publication;
      const [dispatch] = await sql<[{ id: number }]>`
        INSERT INTO dispatches (version_id, reason, source, audience_id, approval_id, position, channel_rule, pointer_above, priority, created_at)
        VALUES (${versionId}, 'publication', 'audience', ${await findAudience(sql, crowd)}, ${approvalId}, ${position},
                ${crowd === 'readers' ? 'every' : channelRule}, ${pointerAbove}, ${urgent ? 0 : 1}, hub_now())
        RETURNING id`;
      dispatchIds.push(dispatch.id);
    }
    await sql`SELECT pg_notify('fanout', 'published')`;
    return { versionId, dispatchIds };
  });
}

async function insertVersion(sql: Sql, publication: Publication) {
  const { urgent = false, tlp = 'CLEAR', description = '' } = publication;
  const text = { title: 'Kwetsbaarheid', summary: 'Kort.', description, advice: 'Werk bij.' };
  const content = {
    texts: { nl: text, en: { ...text, title: 'Vulnerability', summary: 'Short.' } },
    products: [],
    cves: [],
    cwes: [],
    cvss: [],
    references: [],
  };
  const [version] = await sql<[{ id: number }]>`
    WITH advisory AS (
      INSERT INTO advisories (tracking_id, created_at)
      SELECT 'NCSC-2020-' || lpad((count(*) + 1)::text, 4, '0'), hub_now() FROM advisories
      RETURNING id
    )
    INSERT INTO versions (advisory_id, ordinal, state, change, tlp, likelihood, impact, content, created_at, published_at)
    SELECT id, 0, 'published', 'first', ${tlp}::tlp, ${urgent ? 'high' : 'medium'}, 'high', ${sql.json(content)}, hub_now(), hub_now()
    FROM advisory
    RETURNING id`;
  return version.id;
}

async function insertApproval(sql: Sql, versionId: number): Promise<number> {
  await sql`
    INSERT INTO operators (name, email, roles, created_at)
    VALUES ('Pieter', 'pieter@example.nl', '{approver}', hub_now()) ON CONFLICT DO NOTHING`;
  const [approval] = await sql<[{ id: number }]>`
    INSERT INTO approvals (version_id, operator_id, at)
    SELECT ${versionId}, id, hub_now() FROM operators WHERE email = 'pieter@example.nl'
    RETURNING id`;
  return approval.id;
}

async function findAudience(sql: Sql, crowd: Crowd): Promise<number> {
  const selection = {
    kinds: crowd === 'providers' ? ['vital provider'] : [],
    sectors: [],
    organisationIds: [],
    software: 'any',
    public: crowd === 'readers',
  };
  const [audience] = await sql<[{ id: number }]>`
    INSERT INTO audiences (name, selection, tlp_ceiling)
    VALUES (${crowd}, ${sql.json(selection)}, ${crowd === 'readers' ? 'CLEAR' : 'RED'})
    ON CONFLICT (name) WHERE removed_at IS NULL DO UPDATE SET name = excluded.name
    RETURNING id`;
  return audience.id;
}
