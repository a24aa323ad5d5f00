import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { isLoopback } from '../../src/setting/relay.ts';

/** The world outside: `outside.use(http.post(…))` answers for it. A test that asks it for anything else fails. */
export const outside = setupServer();

/** Hosts that were asked though no handler answers for them. A failed send is data, so its error may never surface. */
export const strangers: string[] = [];

beforeAll(() => {
  outside.listen({
    onUnhandledFrame({ frame }) {
      const { request } = frame.data as { request?: Request };
      const hostname = request ? new URL(request.url).hostname : 'a WebSocket';
      if (isLoopback(hostname.replace(/^\[|\]$/g, ''))) return;
      strangers.push(hostname);
      throw Response.error();
    },
  });
});
afterEach(() => {
  outside.resetHandlers();
  const asked = strangers.splice(0);
  if (asked.length > 0) throw new Error(`The test asked the world outside: ${asked.join(', ')}`);
});
afterAll(() => outside.close());
