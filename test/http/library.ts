import type { Change } from '../../src/advisory/change.ts';
import { contentSchema } from '../../src/advisory/content.ts';
import { notePublicChange } from '../../src/advisory/public-change.ts';
import type { Level } from '../../src/advisory/risk.ts';
import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Hub } from '../../src/hub.ts';

type Issue = {
  trackingId: string;
  ordinal?: number;
  tlp?: Tlp;
  change?: Change;
  risk?: [Level, Level];
  /** What its texts are about, in both languages. */
  about?: string;
  content?: Record<string, unknown>;
};

/** Texts that a reader can tell apart: everything that they say of `about` carries the word. */
export function contentAbout(about: string, rest: Record<string, unknown> = {}) {
  const text = (title: string, advice: string) => ({
    title: `${title} ${about}`,
    summary: `${about}: ${title}.`,
    description: '',
    advice: `${advice} ${about}.`,
  });
  const texts = { nl: text('Kwetsbaarheid in', 'Werk bij:'), en: text('Flaw in', 'Update:') };
  return contentSchema.parse({ texts, ...rest });
}

/** A published version, straight into its row: these tests are about who may read it. */
export async function publishIssue(hub: Hub, issue: Issue): Promise<number> {
  const { sql } = hub;
  const { trackingId, ordinal = 0, tlp = 'CLEAR', risk = ['medium', 'high'] } = issue;
  const { change = ordinal === 0 ? 'first' : 'content', about = 'Poort', content } = issue;
  await sql`
    INSERT INTO advisories (tracking_id, created_at) VALUES (${trackingId}, hub_now())
    ON CONFLICT DO NOTHING`;
  const [version] = await sql<[{ id: number }]>`
    INSERT INTO versions (advisory_id, ordinal, state, change, tlp, likelihood, impact, content, created_at, published_at)
    SELECT id, ${ordinal}, 'published', ${change}, ${tlp}, ${risk[0]}, ${risk[1]},
           ${sql.json(contentAbout(about, content))}, hub_now(), hub_now()
    FROM advisories WHERE tracking_id = ${trackingId}
    RETURNING id`;
  notePublicChange(hub);
  return version.id;
}

/** A withdrawal that took effect, straight into its row. */
export async function withdrawIssue(hub: Hub, versionId: number, reason: string) {
  const { sql } = hub;
  await sql`
    INSERT INTO operators (name, email, roles, created_at)
    VALUES ('Anouk', 'anouk@example.nl', '{author}', hub_now()) ON CONFLICT DO NOTHING`;
  await sql`
    INSERT INTO withdrawals (version_id, statement, operator_id, requested_at, withdrawn_at)
    SELECT ${versionId}, ${sql.json({ nl: `nl: ${reason}`, en: `en: ${reason}` })}, id, hub_now(), hub_now()
    FROM operators WHERE email = 'anouk@example.nl'`;
  notePublicChange(hub);
}

type Message = { trackingId: string | null; tlp: Tlp; about: string };

/** A published notice about an advisory, or about none, straight into its row. */
export async function publishMessage(
  hub: Hub,
  { trackingId, tlp, about }: Message,
): Promise<number> {
  const { sql } = hub;
  const text = { title: `Bericht over ${about}`, body: `Over ${about}.` };
  const [notice] = await sql<[{ id: number }]>`
    INSERT INTO notices (advisory_id, kind, tlp, state, content, created_at, published_at, published_elsewhere)
    SELECT a.id, 'FAQ', ${tlp}, 'published', ${sql.json({ nl: text, en: text })}, hub_now(), hub_now(),
           ${sql.json([{ where: 'rijksoverheid.nl', at: '2020-01-17T12:00:00Z' }])}
    FROM (SELECT) one LEFT JOIN advisories a ON a.tracking_id = ${trackingId}
    RETURNING id`;
  notePublicChange(hub);
  return notice.id;
}
