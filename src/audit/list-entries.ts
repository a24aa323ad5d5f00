import type { Sql } from '../database/connect.ts';

/** A row of the trail as people read it. */
export type ListedEntry = {
  id: number;
  at: Date;
  actor: string;
  /** The operator's name, where an operator did it. */
  name: string | null;
  action: string;
  object: string;
  result: string;
  origin: string;
  detail: Record<string, unknown>;
  /** Its place in the chain; null until it is linked. */
  position: number | null;
};

/** What is looked for; what is empty narrows nothing. */
export type EntryFilter = {
  /** `operator:3`, `system`, or a part of an operator's name. */
  actor: string;
  /** How the action begins: `approve` finds `approve withdrawal` as well. */
  action: string;
  /** `version:12`, or a kind of object: `version`. */
  object: string;
  from: Date | null;
  to: Date | null;
};

type Page = { before: number | null; limit: number };

/** Entries of the trail, the newest first; `before` is the last id of the page before. */
export function listEntries(sql: Sql, filter: EntryFilter, { before, limit }: Page) {
  const { actor, action, object, from, to } = filter;
  const start = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const isExact = actor === 'system' || actor.includes(':');
  return sql<ListedEntry[]>`
    SELECT e.id, e.at, e.actor, o.name, e.action, e.object, e.result, e.origin, e.detail, e.position
    FROM audit_entries e
    LEFT JOIN operators o ON e.actor = 'operator:' || o.id
    WHERE (${before}::bigint IS NULL OR e.id < ${before}::bigint)
      AND (${actor === '' || !isExact} OR e.actor = ${actor})
      AND (${actor === '' || isExact} OR e.actor IN (
             SELECT 'operator:' || id FROM operators WHERE name ILIKE ${`%${start(actor)}`}))
      AND (${action === ''} OR e.action LIKE ${start(action)})
      AND (${object === ''} OR e.object = ${object} OR e.object LIKE ${start(`${object}:`)})
      AND (${from}::timestamptz IS NULL OR e.at >= ${from}::timestamptz)
      AND (${to}::timestamptz IS NULL OR e.at < ${to}::timestamptz)
    ORDER BY e.id DESC
    LIMIT ${limit}`;
}
