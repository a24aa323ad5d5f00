import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import postgres from 'postgres';

/**
 * What the hub's HTTP is held against: Hono and nothing more. `tsx plain-server.ts <database>`, a process of its own;
 * told a text it answers `/constant` with it, `/unchanged` with 304, and `POST /insert` writes a row.
 */
const sql = postgres(process.argv[2] as string, { onnotice: () => {} });
await sql`CREATE TABLE IF NOT EXISTS plain_answers (id bigserial PRIMARY KEY, choice text, nonce text, at timestamptz DEFAULT now())`;
let constant = '';

const app = new Hono();
app.get('/constant', (c) => c.body(constant, 200, { 'Content-Type': 'text/html; charset=utf-8' }));
app.get('/unchanged', (c) => c.body(null, 304, { ETag: '"constant"' }));
app.post('/insert', async (c) => {
  const { choice, nonce } = await c.req.parseBody();
  await sql`INSERT INTO plain_answers (choice, nonce) VALUES (${String(choice)}, ${String(nonce)})`;
  return c.redirect('/constant', 303);
});

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.send?.({ port }),
);
process.on('message', (text) => {
  constant = String(text);
  process.send?.('ready');
});
process.on('disconnect', () => {
  server.close();
  process.exit();
});
