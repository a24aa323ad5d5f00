import { Hono } from 'hono';
import { HomePage } from '../../../../templates/console/home/home-page.tsx';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { listNeeds } from './needs.ts';

/** `/console`: what needs this operator now. */
export const homeRoutes = new Hono<CallerEnv>().get('/console', async (c) => {
  const all = await listNeeds(c.get('hub'), c.get('caller'));
  return c.html(<HomePage frame={await openFrame(c)} all={all} />);
});
