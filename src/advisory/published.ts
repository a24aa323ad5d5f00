import { z } from 'zod';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { parse } from '../parse.ts';
import type { Content } from './content.ts';
import { type Language, languages } from './language.ts';
import { type Tlp, tlps } from './tlp.ts';
import { selectVersions, type Version } from './version.ts';

/** A published version as readers get it: without the covering notes, which are for their audience alone. */
export type PublishedVersion = Omit<Version, 'content' | 'publishedAt'> & {
  content: Omit<Content, 'coveringNotes'>;
  publishedAt: Date;
};

/** One of them with its text in the reader's language. */
export type ListedVersion = PublishedVersion & { text: Content['texts'][Language] };

/** An advisory as far as a reader may see it: the newest version first. */
export type PublishedAdvisory = { id: number; trackingId: string; versions: PublishedVersion[] };

/** The columns of a `Version` again, the later ones taking the place of the earlier. */
const selectPublished = (sql: Sql) => sql`
  SELECT p.*, p.content - 'coveringNotes' AS content
  FROM (${selectVersions(sql)} WHERE v.state = 'published') p`;

const query = z.strictObject({
  tlpCeiling: z.enum(tlps),
  language: z.enum(languages),
  limit: z.int().min(1).max(1000).default(50),
  /** The id of the last version of the page before. */
  before: z.int().positive().optional(),
});

/** Published versions up to a TLP ceiling, the newest publication first, a row per version, withdrawn ones among them. */
export async function listPublished(
  sql: Sql,
  input: z.input<typeof query>,
): Promise<ListedVersion[]> {
  const { tlpCeiling, language, limit, before } = parse(query, input);
  const page = before
    ? sql`AND (p.published_at, p.id) < (SELECT published_at, id FROM versions WHERE id = ${before})`
    : sql``;
  const versions = await sql<PublishedVersion[]>`
    ${selectPublished(sql)}
    WHERE p.tlp <= ${tlpCeiling}::tlp ${page}
    ORDER BY p.published_at DESC, p.id DESC
    LIMIT ${limit}`;
  return versions.map((version) => ({ ...version, text: version.content.texts[language] }));
}

/**
 * An advisory with all its published versions up to a TLP ceiling; one that has none is as if it did not exist.
 * @throws HubError not_found
 */
export async function findPublishedAdvisory(
  sql: Sql,
  trackingId: string,
  ceiling: Tlp,
): Promise<PublishedAdvisory> {
  const versions = await sql<PublishedVersion[]>`
    ${selectPublished(sql)}
    WHERE p.tracking_id = ${trackingId} AND p.tlp <= ${ceiling}::tlp
    ORDER BY p.ordinal DESC`;
  const [newest] = versions;
  if (!newest) throw new HubError('not_found', `There is no advisory ${trackingId}.`);
  return { id: newest.advisoryId, trackingId, versions };
}
