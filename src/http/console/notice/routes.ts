import { Hono } from 'hono';
import type { CallerEnv } from '../../caller.ts';
import { editRoutes } from './edit.tsx';
import { listRoutes } from './list.tsx';
import { showRoutes } from './show.tsx';
import { writeRoutes } from './write.tsx';

/** The notices: messages about an advisory that are not versions of it. */
export const noticeRoutes = new Hono<CallerEnv>()
  .route('/', listRoutes)
  .route('/', writeRoutes)
  .route('/', editRoutes)
  .route('/', showRoutes);
