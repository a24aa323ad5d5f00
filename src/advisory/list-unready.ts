import type { Sql } from '../database/connect.ts';
import type { Finding } from '../errors.ts';
import { check } from './check.ts';
import type { Language } from './language.ts';
import { selectVersions, type Version } from './version.ts';

/** The published version that one follows; null for a first. */
export async function findBefore(
  sql: Sql,
  { advisoryId, ordinal }: Pick<Version, 'advisoryId' | 'ordinal'>,
): Promise<Version | null> {
  const [before] = await sql<Version[]>`
    ${selectVersions(sql)} WHERE v.advisory_id = ${advisoryId} AND v.ordinal = ${ordinal - 1}`;
  return before ?? null;
}

/** Everything that has to change before a version can be submitted, against what stands published now. */
export async function listUnready(
  sql: Sql,
  version: Version,
  language: Language,
): Promise<Finding[]> {
  return [
    ...check(version, await findBefore(sql, version), language),
    ...(await checkAudiences(sql, version, language)),
  ];
}

/** Covering notes are for audiences that exist. */
async function checkAudiences(sql: Sql, version: Version, language: Language): Promise<Finding[]> {
  const notes = version.content.coveringNotes ?? [];
  if (notes.length === 0) return [];
  const known = await sql<{ id: number }[]>`
    SELECT id FROM audiences WHERE id = ANY(${notes.map((note) => note.audienceId)}::int[])`;
  return notes.flatMap(({ audienceId }, index) => {
    if (known.some(({ id }) => id === audienceId)) return [];
    const message = {
      nl: `Doelgroep ${audienceId} bestaat niet; kies een andere of haal de begeleidende tekst weg.`,
      en: `There is no audience ${audienceId}; choose another or take the covering note out.`,
    }[language];
    return [{ path: `content.coveringNotes.${index}.audienceId`, message }];
  });
}
