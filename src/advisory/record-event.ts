import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { requireAdvisory } from './advisory.ts';
import type { Event } from './event.ts';
import { bilingual, line } from './text.ts';

const schema = z.strictObject({
  advisoryId: z.int().positive().optional(),
  what: bilingual(5000),
  /** May lie ahead: a vendor says when its fix comes. */
  happenedAt: z.date(),
  /** When this CSIRT learned of it; now when left out. */
  learnedAt: z.date().optional(),
  source: line(500).min(1),
  operatorId: z.int().positive(),
});

/**
 * Records something that happened outside, for the chronology.
 * @throws HubError invalid | forbidden | not_found
 */
export async function recordEvent(hub: Hub, input: z.input<typeof schema>): Promise<Event> {
  const { advisoryId, what, happenedAt, learnedAt, source, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author', 'approver', 'duty officer']);
    if (advisoryId !== undefined) await requireAdvisory(sql, advisoryId);
    const [event] = await sql<[Event]>`
      INSERT INTO events (advisory_id, what, happened_at, learned_at, source, operator_id, recorded_at)
      VALUES (${advisoryId ?? null}, ${sql.json(what)}, ${happenedAt},
              coalesce(${learnedAt ?? null}, hub_now()), ${source}, ${operatorId}, hub_now())
      RETURNING *`;
    if (event.learnedAt > event.recordedAt) {
      const message = 'This moment is still to come: say when we learned of it.';
      throw new HubError('invalid', message, [{ path: 'learnedAt', message }]);
    }
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'record',
      object: `event:${event.id}`,
      detail: { advisoryId },
    });
    return event;
  });
}
