import { Hono } from 'hono';
import journal from '../../drizzle/meta/_journal.json' with { type: 'json' };
import type { HttpEnv } from './env.ts';
import { fail } from './failure.tsx';

const newestMigration = Math.max(...journal.entries.map(({ when }) => when));

/** `/healthz`: the process lives; it asks nobody else. */
export const livenessRoutes = new Hono<HttpEnv>().get('/healthz', (c) =>
  c.text('ok\n', 200, { 'Cache-Control': 'no-store' }),
);

/** `/readyz`: the database answers and has every migration that this code knows. */
export const readinessRoutes = new Hono<HttpEnv>().get('/readyz', async (c) => {
  const [migration] = await c.get('hub').sql<{ newest: number | null }[]>`
    SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`;
  if ((migration?.newest ?? 0) < newestMigration) {
    const detail = 'The database waits for its migrations.';
    return fail(c, { status: 503, detail, headers: { 'Retry-After': '10' } });
  }
  return c.text('ready\n', 200, { 'Cache-Control': 'no-store' });
});
