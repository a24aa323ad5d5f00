import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Bilingual } from './text.ts';

/** Something that happened and is not ours: with two instants, for we often learn of it later. */
export type Event = {
  id: number;
  advisoryId: number | null;
  what: Bilingual;
  happenedAt: Date;
  learnedAt: Date;
  source: string;
  operatorId: number;
  recordedAt: Date;
};

/** @throws HubError not_found */
export async function findEvent(sql: Sql, eventId: number): Promise<Event> {
  const [event] = await sql<Event[]>`SELECT * FROM events WHERE id = ${eventId}`;
  if (!event) throw new HubError('not_found', `There is no event with id ${eventId}.`);
  return event;
}
