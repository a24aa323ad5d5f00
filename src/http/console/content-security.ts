import { createMiddleware } from 'hono/factory';
import type { CallerEnv } from '../caller.ts';

/** The console's pages have scripts of their own, from files alone, hear events from the hub and frame its letters; nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const consoleContentSecurity = () =>
  createMiddleware<CallerEnv>(async function consoleContentSecurity(c, next) {
    c.header('Content-Security-Policy', policy);
    await next();
  });
