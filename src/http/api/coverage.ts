import { z } from '@hono/zod-openapi';
import { findBoard } from '../../acknowledgement/board.ts';
import { cellStates } from '../../acknowledgement/cell.ts';
import { choices } from '../../acknowledgement/choice.ts';
import { type Coverage, coverageOf, type Group } from '../../acknowledgement/coverage.ts';
import { findAdvisory } from '../../advisory/advisory.ts';
import { findPublishedAdvisory } from '../../advisory/published.ts';
import type { Sql } from '../../database/connect.ts';
import type { Caller } from '../../operator/caller.ts';
import { trackingIdParam } from './advisories.ts';
import { toColumn } from './board.ts';
import { reference } from './field.ts';
import { operation, type Resource } from './operation.ts';

const zero = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, z.int()]));
const coverage = z
  .strictObject({
    ...zero(cellStates),
    audience: z.int(),
    heard: z.int().openapi({ description: 'Reached, whether they answered or not.' }),
    choices: z.strictObject(zero(choices)),
    responded: z.int(),
    owing: z.int(),
  })
  .openapi('Coverage', { description: 'How many organisations stand how to one version.' });
const group = z
  .strictObject({ name: z.string(), columns: z.array(coverage) })
  .openapi('CoverageGroup');
const coverageSchema = z
  .strictObject({
    trackingId: z.string(),
    columns: z.array(
      z.strictObject({ versionId: reference, number: z.string(), withdrawal: z.boolean() }),
    ),
    total: z.array(coverage),
    byKind: z.array(group),
    bySector: z.array(group).openapi({ description: 'Empty without a key.' }),
  })
  .openapi('AdvisoryCoverage');

/** A smaller group would tell of a single organisation; so would leaving out only that one, beside the total. */
const smallestGroup = 5;

/** The versions that the caller may see: all of them, or without a key those that are CLEAR. @throws HubError not_found */
async function visibleTo(sql: Sql, caller: Caller | null, trackingId: string) {
  if (caller) {
    const { id, versions } = await findAdvisory(sql, trackingId);
    return { id, versionIds: versions.map((version) => version.id) };
  }
  const { id, versions } = await findPublishedAdvisory(sql, trackingId, 'CLEAR');
  return { id, versionIds: versions.map((version) => version.id) };
}

const isLarge = ({ columns }: Group) =>
  columns.every(({ audience }) => audience === 0 || audience >= smallestGroup);

type Answer = z.output<typeof coverageSchema>;
const plain = (each: Coverage) => each as unknown as Answer['total'][number];
const toGroup = ({ name, columns }: Group) => ({ name, columns: columns.map(plain) });

/** How far an advisory reached, in numbers. */
export const coverageResource: Resource = {
  tag: 'Coverage',
  description: 'How many organisations heard and answered; of CLEAR advisories for everybody.',
  operations: [
    operation({
      method: 'get',
      path: '/advisories/{trackingId}/coverage',
      id: 'getCoverage',
      access: 'public',
      summary: 'How many organisations heard and answered',
      description: `Without a key only of versions that are TLP:CLEAR, and by kind where each has at least ${smallestGroup}.`,
      params: { trackingId: trackingIdParam },
      answer: coverageSchema,
      handle: async ({ hub, caller, params: { trackingId } }) => {
        const { id: advisoryId, versionIds } = await visibleTo(hub.sql, caller, trackingId);
        const found = await findBoard(hub, { advisoryId });
        const shown = found.columns.map(({ versionId }) => versionIds.includes(versionId));
        const pick = <T>(list: T[]) => list.filter((_, index) => shown[index]);
        const board = {
          ...found,
          columns: pick(found.columns),
          rows: found.rows.map((row) => ({ ...row, cells: pick(row.cells) })),
        };
        const byKind = coverageOf(board, 'kind');
        const groups = caller || byKind.groups.every(isLarge) ? byKind.groups : [];
        return {
          trackingId,
          columns: board.columns.map(toColumn),
          total: byKind.total.map(plain),
          byKind: groups.map(toGroup),
          bySector: caller ? coverageOf(board, 'sector').groups.map(toGroup) : [],
        };
      },
    }),
  ],
};
