import { Hono } from 'hono';
import type { CallerEnv } from '../../caller.ts';
import { partnerKeyRoutes } from './keys.tsx';
import { partnerPageRoutes } from './partner.tsx';
import { webhookRoutes } from './webhook.tsx';
import { webhookEndRoutes } from './webhook-end.tsx';

/** What partners' machines are told, and by which keys they ask. */
export const partnerRoutes = new Hono<CallerEnv>()
  .route('/', partnerPageRoutes)
  .route('/', partnerKeyRoutes)
  .route('/', webhookRoutes)
  .route('/', webhookEndRoutes);
