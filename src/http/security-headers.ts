import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { HttpEnv } from './env.ts';

/** Pages need no script, no frame and nothing from elsewhere, so none can be smuggled in. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const headers = secureHeaders({
  contentSecurityPolicy,
  // Not `no-referrer`: browsers then send forms with the origin `null`. A secret link still stays on this site.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  // No browser of the last years reads these, and every answer would carry them.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  overwrite: false,
});

/** Security headers on every answer; HSTS where people reach the hub by https. A handler's own header goes first. */
export const securityHeaders = () =>
  createMiddleware<HttpEnv>(async function securityHeaders(c, next) {
    await headers(c, next);
    if (c.get('hub')?.config.publicUrl.startsWith('https:')) {
      c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    }
  });
