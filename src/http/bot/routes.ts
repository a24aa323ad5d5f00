import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { DeliveryError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { fail } from '../failure.tsx';
import { takeUpdate } from './take-update.ts';

/** Where Telegram brings what people say to the bot. */
export const updatesPath = '/telegram/updates';

/** An update is a message of at most 4,096 characters and what it answers. */
const mostBytes = 256 * 1024;

/**
 * `POST /telegram/updates`: whoever knows the secret is Telegram. It brings again what is not answered 200, so what makes no
 * sense is answered so too; what could not be done just now is not.
 */
export function botRoutes(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const tooLarge = (c: Context<HttpEnv>) => fail(c, { status: 413 });
  app.post(updatesPath, bodyLimit({ maxSize: mostBytes, onError: tooLarge }), async (c) => {
    const hub = c.get('hub');
    const secret = hub.config.telegram?.webhookSecret;
    if (!secret) return fail(c, { status: 404 });
    const shown = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!isSame(secret, shown)) return fail(c, { status: 401 });
    c.set('actor', 'telegram');
    const update = await c.req.json().catch(() => undefined);
    if (update === undefined) return fail(c, { status: 400, detail: 'This is not JSON.' });
    try {
      await takeUpdate(hub, update);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      hub.log.warn({ err: error }, 'Telegram took no answer of the bot; the update comes again');
      return fail(c, { status: 503, headers: { 'Retry-After': String(error.retryAfter ?? 5) } });
    }
    return c.body(null, 200);
  });
  return app;
}

/** In a time that depends on neither of them: hashes are of one length. */
const isSame = (secret: string, shown: string) => timingSafeEqual(hashOf(secret), hashOf(shown));
const hashOf = (text: string) => createHash('sha256').update(text).digest();
