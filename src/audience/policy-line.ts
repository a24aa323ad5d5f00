import { z } from 'zod';
import { type Change, changes } from '../advisory/change.ts';
import type { Risk } from '../advisory/risk.ts';
import { type Tlp, tlps } from '../advisory/tlp.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockPolicy } from './lock-policy.ts';
import { appliesTo } from './policy.ts';
import type { Revised } from './revision.ts';
import type { Selection } from './selection.ts';

/** Spelled here as well: the words of a dispatch belong to fanout, which stands above. */
export const channelRules = ['every', 'preferred'] as const;
export const requestKinds = ['acknowledge', 'report back', 'comply or explain'] as const;

export type PolicyLine = Revised & {
  id: number;
  position: number;
  risks: string[];
  tlps: Tlp[];
  changes: Change[];
  audienceId: number;
  audienceName: string;
  selection: Selection;
  tlpCeiling: Tlp;
  roles: string[];
  channelRule: (typeof channelRules)[number];
  pointerAbove: boolean;
  requestKind: (typeof requestKinds)[number] | null;
  deadlineMinutes: number | null;
  reminderMinutes: number[];
  endedAt: Date | null;
};

/** Minutes; a year is the longest. */
const minutes = z.int().min(1).max(525_600);

/** What is entered of a line, beside its place. Empty lists mean any. */
export const policyFields = {
  risks: z.array(z.string().regex(/^[LMH]\/[LMH]$/, 'This is not a risk such as H/H.')).max(9),
  tlps: z.array(z.enum(tlps)).max(tlps.length),
  changes: z.array(z.enum(changes)).max(changes.length),
  audienceId: z.int().positive(),
  roles: z.array(z.string().trim().min(1).max(50)).max(50),
  channelRule: z.enum(channelRules),
  pointerAbove: z.boolean(),
  requestKind: z.enum(requestKinds).nullable(),
  deadlineMinutes: minutes.nullable(),
  reminderMinutes: z.array(minutes).max(20),
};
export type PolicyFields = z.output<z.ZodObject<typeof policyFields>>;

/** A line as it is entered. */
export const policyLineInput = z.strictObject({
  /** Its place, which has to be free; absent: the last. */
  position: z.int().min(1).max(1000).optional(),
  ...policyFields,
  risks: policyFields.risks.default([]),
  tlps: policyFields.tlps.default([]),
  changes: policyFields.changes.default([]),
  roles: policyFields.roles.default([]),
  pointerAbove: policyFields.pointerAbove.default(false),
  requestKind: policyFields.requestKind.default(null),
  deadlineMinutes: policyFields.deadlineMinutes.default(null),
  reminderMinutes: policyFields.reminderMinutes.default([]),
  operatorId: z.int().positive(),
});

/** Adds a line to the policy table; the promise is its id. @throws HubError invalid | conflict when the position is taken */
export async function addPolicyLine(
  hub: Hub,
  raw: z.input<typeof policyLineInput>,
): Promise<number> {
  const { operatorId, position, ...line } = parse(policyLineInput, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await lockPolicy(sql);
    const [last] = await sql<[{ position: number }]>`
      SELECT coalesce(max(position), 0) AS position FROM policy_lines WHERE ended_at IS NULL`;
    const id = await insertPolicyLine(sql, { position: position ?? last.position + 1, ...line });
    return { value: id, entry: { action: 'add', object: `policy line:${id}` } };
  });
}

/** Writes a line down, under the lock of the policy. @throws HubError invalid | conflict */
export async function insertPolicyLine(
  sql: Sql,
  line: PolicyFields & { position: number },
): Promise<number> {
  await requireSense(sql, line);
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO policy_lines ${sql(line)} RETURNING id`.catch(
    conflictOn(`The policy has a line at position ${line.position} already.`),
  );
  return row.id;
}

async function requireSense(sql: Sql, line: PolicyFields): Promise<void> {
  const [audience] = await sql`
    SELECT FROM audiences WHERE id = ${line.audienceId} AND removed_at IS NULL`;
  const idle = line.requestKind === null;
  const findings = [
    !audience && { path: 'audienceId', message: 'There is no such audience.' },
    idle &&
      line.deadlineMinutes !== null && {
        path: 'deadlineMinutes',
        message: 'A deadline belongs to a request: say what is asked.',
      },
    idle &&
      line.reminderMinutes.length > 0 && {
        path: 'reminderMinutes',
        message: 'Reminders belong to a request: say what is asked.',
      },
  ].filter((finding) => finding !== false);
  if (findings.length === 0) return;
  throw new HubError('invalid', 'Correct the line.', findings);
}

/** A line as it stands, also an ended one. @throws HubError not_found */
export async function findPolicyLine(sql: Sql, policyLineId: number): Promise<PolicyLine> {
  const [line] = await sql<PolicyLine[]>`
    SELECT ${lineColumns(sql)}
    FROM policy_lines l JOIN audiences u ON u.id = l.audience_id WHERE l.id = ${policyLineId}`;
  if (!line) throw new HubError('not_found', `There is no policy line with id ${policyLineId}.`);
  return line;
}

/** The policy as it stands: its lines in the order in which an address is taken by the first that names it. */
export function listPolicy(sql: Sql): Promise<PolicyLine[]> {
  return sql<PolicyLine[]>`
    SELECT ${lineColumns(sql)}
    FROM policy_lines l JOIN audiences u ON u.id = l.audience_id
    WHERE l.ended_at IS NULL
    ORDER BY l.position`;
}

/** The lines of the policy that speak of this version, in its order. */
export async function listPolicyLines(
  sql: Sql,
  version: Risk & { tlp: Tlp; change: Change },
): Promise<PolicyLine[]> {
  const lines = await listPolicy(sql);
  return lines.filter((line) => appliesTo(line, version));
}

const lineColumns = (sql: Sql) => sql`
  l.*, l.xmin::text AS revision, u.name AS audience_name, u.selection, u.tlp_ceiling`;
