import type { Context } from 'hono';
import type { CallerEnv } from '../caller.ts';
import { serveCopy } from '../public/serve-copy.ts';
import type { Circle } from './circle.ts';

type Made = { body: string; type: string; lastModified?: Date | undefined };
type Pull = {
  make: () => Promise<Made | undefined>;
  /** Tells one from another that is pulled at the same address: its language. */
  variant?: string;
  headers?: Record<string, string>;
};

/** Serves what a circle may pull, made once for all of it until something changes there. */
export function serve(
  c: Context<CallerEnv>,
  circle: Circle,
  { make, variant = '', headers = {} }: Pull,
): Promise<Response> {
  const render = async () => {
    const made = await make();
    return made && { lastModified: undefined, ...made };
  };
  return serveCopy(c as never, circle, { key: c.req.path + variant, render, headers });
}
