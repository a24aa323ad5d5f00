import type { Told } from '../../templates/letter/reader.ts';
import { selectVersions, type Version } from '../advisory/version.ts';
import { listPolicyLines } from '../audience/policy-line.ts';
import type { Letter } from '../channel/channel.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { letterFor, type Reader } from './letter-for.ts';
import { planOf } from './plan.ts';

/** A message of a coming fan-out, before it is anybody's: the line whose readers are told, and which of them reads it. */
export type Sample = Reader & {
  versionId: number;
  reason: 'publication' | 'withdrawal';
  position: number;
};

type Statement = { nl: string; en: string };

/**
 * The letter that a reader of one line will get, as it would leave at this moment; nothing is stored.
 * @throws HubError not_found
 */
export async function composeSample(hub: Hub, sample: Sample): Promise<Letter> {
  const { sql } = hub;
  const { versionId, reason, position, form, owner, language } = sample;
  const { version } = await planOf(sql, { versionId, reason });
  const now = await hub.now();
  const occasion = {
    dispatch: await findTold(sql, version, { reason, position }),
    version: asDecided(version, reason, now),
    previous: await findPrevious(sql, version),
    statement: reason === 'withdrawal' ? await findStatement(sql, versionId) : null,
  };
  return letterFor(hub, occasion, { form, owner, language });
}

/** The dates that the decision will put on it: a letter without them would look different. */
function asDecided(version: Version, reason: Sample['reason'], now: Date): Version {
  const withdrawnAt = reason === 'withdrawal' ? (version.withdrawnAt ?? now) : version.withdrawnAt;
  return { ...version, publishedAt: version.publishedAt ?? now, withdrawnAt };
}

/** What the policy asks of a line's readers; followers and recipients are asked nothing of their own. */
async function findTold(
  sql: Sql,
  version: Version,
  { reason, position }: Pick<Sample, 'reason' | 'position'>,
): Promise<Told> {
  const plain = { coveringNote: null, requestKind: null, requestedBy: null, conditions: [] };
  if (reason === 'withdrawal') return { ...plain, reason, deadlineAt: null };
  if (version.correctsVersionId !== null)
    return { ...plain, reason: 'correction', deadlineAt: null };
  const line = (await listPolicyLines(sql, version))[position];
  if (!line) return { ...plain, reason, deadlineAt: null };
  const note = version.content.coveringNotes?.find((each) => each.audienceId === line.audienceId);
  const [{ deadlineAt }] = await sql<[{ deadlineAt: Date | null }]>`
    SELECT hub_now() + ${line.deadlineMinutes}::int * interval '1 minute' AS deadline_at`;
  return {
    ...plain,
    reason,
    coveringNote: note ? { nl: note.nl, en: note.en } : null,
    requestKind: line.requestKind,
    deadlineAt,
  };
}

async function findPrevious(sql: Sql, version: Version): Promise<Version | null> {
  const [previous] = await sql<Version[]>`
    ${selectVersions(sql)} WHERE v.advisory_id = ${version.advisoryId} AND v.ordinal = ${version.ordinal - 1}`;
  return previous ?? null;
}

async function findStatement(sql: Sql, versionId: number): Promise<Statement | null> {
  const [asked] = await sql<{ statement: Statement }[]>`
    SELECT statement FROM withdrawals WHERE version_id = ${versionId}`;
  return asked?.statement ?? null;
}
