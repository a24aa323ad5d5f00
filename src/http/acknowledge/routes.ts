import { Hono } from 'hono';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { failWith } from '../failure.tsx';
import { answer } from './answer.ts';
import { openSheet } from './open.ts';
import { showPage, showRefusal } from './page.tsx';

/**
 * `/acknowledge/{token}`: a contact's own page. GET and HEAD read and change nothing, whoever fetches them; POST takes
 * a form. The address is a secret, so nothing keeps it and no other site is told of it.
 */
export function acknowledgeRoutes(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use('/acknowledge/:token', async function keepSecret(c, next) {
    await next();
    const { headers } = c.res;
    headers.set('Cache-Control', 'no-store');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Robots-Tag', 'noindex, nofollow');
  });
  app.get('/acknowledge/:token', async (c) => showPage(c, await openSheet(c)));
  app.post('/acknowledge/:token', answer);
  app.onError((error, c) => {
    const refused =
      error instanceof HubError && ['not_found', 'gone', 'conflict'].includes(error.code);
    return refused ? showRefusal(c, error) : failWith(error, c);
  });
  return app;
}
