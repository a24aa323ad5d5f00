import type { Context } from 'hono';
import type { HttpEnv } from '../env.ts';
import { type Ask, serveCopy } from './serve-copy.ts';

/** Serves what everybody may see: from the shelf while nothing public changed, as 304 to who has it already. */
export const servePublic = (c: Context<HttpEnv>, ask: Ask) => serveCopy(c, 'CLEAR', ask);
