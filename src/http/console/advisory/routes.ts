import { Hono } from 'hono';
import type { CallerEnv } from '../../caller.ts';
import { editRoutes } from './edit.tsx';
import { eventRoutes } from './event.tsx';
import { listRoutes } from './list.tsx';
import { newRoutes } from './new.tsx';
import { showRoutes } from './show.tsx';
import { submitRoutes } from './submit.tsx';

/** The advisories: all of them, one of them, and writing the next version until it is submitted. */
export const advisoryRoutes = new Hono<CallerEnv>()
  .route('/', listRoutes)
  .route('/', newRoutes)
  .route('/', showRoutes)
  .route('/', eventRoutes)
  .route('/', editRoutes)
  .route('/', submitRoutes);
