import type { Hub } from '../../hub.ts';
import { logRequest } from '../access-log.ts';
import type { ReadHeader } from '../header.ts';
import { answerWith } from './answer.ts';
import type { Copy } from './shelf.ts';

/** What the whole way through the app answered before, and for which edition. */
export type Known = {
  edition: string;
  copy: Copy;
  /** Those that are the same in every answer. */
  headers: Record<string, string>;
  /** The route's pattern. */
  object: string;
};

type Asked = { hub: Hub; method: string; header: ReadHeader; start: number };

/** The same answer once more, under an id of its own and with its line in the log. */
export function answerAgain({ hub, method, header, start }: Asked, page: Known, now: Date) {
  const { status, body, headers } = answerWith(page.copy, header, now);
  const requestId = requestIdOf(header);
  logRequest(hub, { method, object: page.object, status, start, requestId });
  return { status, body, headers: { ...page.headers, ...headers, 'X-Request-Id': requestId } };
}

/** The one that came along, as Hono's own middleware takes it, or a new one. */
function requestIdOf(header: ReadHeader): string {
  const given = header('x-request-id');
  return given && given.length <= 255 && !/[^\w\-=]/.test(given) ? given : crypto.randomUUID();
}
