import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { labelOf } from '../../advisory/formats/csaf/label.ts';
import { isWithin } from '../../advisory/tlp.ts';
import { HubError } from '../../errors.ts';
import { roles } from '../../operator/role.ts';
import { type CallerEnv, requireCaller } from '../caller.ts';
import type { Circle } from './circle.ts';

/** Lets everybody into CLEAR, and into the others who show a key of whom may know so much (CSAF 2.0 §7.1.5). */
export const admit = (circle: Circle) =>
  createMiddleware<CallerEnv>(async function admit(c, next) {
    if (circle === 'CLEAR') return next();
    c.header('Vary', 'Authorization');
    requireKey(c);
    return requireCaller(roles, 'partners too')(c, async () => {
      requireCeiling(c, circle);
      await next();
    });
  });

/** A session is for pages: what a machine pulls takes a key. @throws HubError unauthenticated */
function requireKey(c: Context<CallerEnv>): void {
  if (c.req.header('authorization') !== undefined) return;
  c.header('WWW-Authenticate', 'Bearer realm="semafoor"');
  throw new HubError('unauthenticated', 'Send a key: "Authorization: Bearer smf_…".');
}

/** Staff may read everything, by whatever key of theirs. @throws HubError forbidden */
function requireCeiling(c: Context<CallerEnv>, circle: Circle): void {
  const { partner } = c.get('caller');
  if (!partner || isWithin(circle, partner.tlpCeiling)) return;
  throw new HubError('forbidden', `This key does not open what is TLP:${labelOf[circle]}.`);
}
