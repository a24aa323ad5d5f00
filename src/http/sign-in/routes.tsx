import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { LostPage } from '../../../templates/sign-in/lost.tsx';
import type { CallerEnv } from '../caller.ts';
import { requireSameOrigin } from '../same-origin.ts';
import { openDoorway } from './doorway.ts';
import { showEnrolment, takeEnrolment } from './enrol.tsx';
import { showOneTime, takeOneTime } from './one-time.tsx';
import { showSecondFactor, takeCode } from './second-factor.tsx';
import { showSetUp, takeSetUp } from './set-up.tsx';
import { showSignIn, takeSignIn } from './sign-in.tsx';
import { signOut } from './sign-out.ts';

/** The way in and out, for operators: sign-in, invitations, recovery, the first administrator. */
export function signInRoutes(): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  for (const path of ['/sign-in/*', '/sign-out', '/setup/*', '/invitations/*', '/recovery/*'])
    app.use(path, guard());
  app.get('/sign-in', showSignIn).post('/sign-in', takeSignIn);
  app.get('/sign-in/second-factor', showSecondFactor).post('/sign-in/second-factor', takeCode);
  app.get('/sign-in/enrol', showEnrolment).post('/sign-in/enrol', takeEnrolment);
  app.post('/sign-out', signOut);
  app.get('/setup/:token', showSetUp).post('/setup/:token', takeSetUp);
  app.get('/invitations/:token', showOneTime('invitation'));
  app.post('/invitations/:token', takeOneTime('invitation'));
  app.get('/recovery', (c) => c.html(<LostPage doorway={openDoorway(c, 'lost')} />));
  app.get('/recovery/:token', showOneTime('recovery'));
  app.post('/recovery/:token', takeOneTime('recovery'));
  return app;
}

/** Nothing keeps these pages, and only they send their forms: nobody is signed in as somebody else behind their back. */
const guard = () =>
  createMiddleware<CallerEnv>(async function guard(c, next) {
    requireSameOrigin(c.get('hub'), c);
    c.header('Cache-Control', 'no-store');
    await next();
  });
