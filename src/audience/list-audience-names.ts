import type { Sql } from '../database/connect.ts';

/** Every audience by name, for whoever has to choose one. */
export function listAudienceNames(sql: Sql) {
  return sql<
    { id: number; name: string }[]
  >`SELECT id, name FROM audiences WHERE removed_at IS NULL ORDER BY name`;
}
