import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { languages } from '../../advisory/language.ts';
import type { CallerEnv } from '../caller.ts';
import { showConfirm, takeConfirm } from './confirm.tsx';
import { showManage, takeChoice, takeEnd } from './manage.tsx';
import { showAsked, showSubscribe, takeSubscribe } from './subscribe.tsx';

/** How a member of the public subscribes by e-mail, confirms, changes and ends it. */
export function subscriptionRoutes(): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  for (const path of ['/subscribe/*', '/subscriptions/*']) app.use(path, keepSecret());
  for (const language of languages) {
    app.get(`/${language}/subscribe`, (c) => showSubscribe(c, language));
    app.post(`/${language}/subscribe`, (c) => takeSubscribe(c, language));
    app.get(`/${language}/subscribe/asked`, (c) => showAsked(c, language));
  }
  app.get('/subscribe/:token', showConfirm).post('/subscribe/:token', takeConfirm);
  app.get('/subscriptions/:token', showManage).post('/subscriptions/:token', takeChoice);
  app.post('/subscriptions/:token/end', takeEnd);
  return app;
}

/** The address is a secret: nothing keeps it and no other site is told of it. */
const keepSecret = () =>
  createMiddleware<CallerEnv>(async function keepSecret(c, next) {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex, nofollow');
  });
