import { createHash } from 'node:crypto';
import { encodings } from '../http/public/encoding.ts';
import type { Lender } from '../http/public/lender.ts';
import type { Copy } from '../http/public/shelf.ts';
import type { Hub } from '../hub.ts';
import type { Bindings, Invocation } from './binding.ts';

/**
 * How long a copy is lent out, in seconds. Nothing old is found meanwhile, since another edition is another name: it
 * bounds what a database that was put back from a copy would call by a name that was used before.
 */
const lentSeconds = 600;
const about = 'semafoor-copy';

/**
 * Public pages that other invocations of this Worker made, in the cache of the data centre. Each is kept under the
 * edition that it belongs to, which every request asks the database for, and under the deployment that made it: so what
 * was withdrawn, or is written in another way now, is not found any more from that moment on.
 */
export function openPages(hub: Hub, env: Bindings, invocation: Invocation): Lender {
  const { default: cache } = caches as unknown as { default: Cache };
  const addressOf = (edition: string, key: string) => {
    const name = createHash('sha256').update(`${env.DEPLOYMENT.id}\n${edition}\n${key}`);
    return `${hub.config.publicUrl}/.pages/${name.digest('hex')}`;
  };
  return {
    async borrow(edition, key) {
      try {
        const found = await cache.match(addressOf(edition, key));
        return found && (await unpack(found));
      } catch (error) {
        hub.log.warn({ err: error }, 'no page could be borrowed; it is made anew');
        return undefined;
      }
    },
    lend(edition, key, copy) {
      const lent = cache
        .put(addressOf(edition, key), pack(copy))
        .catch((error) => hub.log.warn({ err: error }, 'a page could not be lent'));
      invocation.waitUntil(lent);
    },
  };
}

/** All encodings behind each other, in one answer. */
function pack({ type, etag, lastModified, bodies }: Copy): Response {
  const lengths = encodings.map((encoding) => bodies[encoding].length);
  const said = JSON.stringify({ type, etag, lastModified, lengths });
  const headers = { 'Cache-Control': `max-age=${lentSeconds}`, [about]: said };
  return new Response(new Blob(encodings.map((encoding) => bodies[encoding])), { headers });
}

async function unpack(answer: Response): Promise<Copy> {
  const { type, etag, lastModified, lengths } = JSON.parse(answer.headers.get(about) ?? '');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let from = 0;
  const bodies = encodings.map((encoding, index) => {
    const body = bytes.subarray(from, from + lengths[index]);
    from += body.length;
    return [encoding, body];
  });
  return {
    type,
    etag,
    lastModified: lastModified === undefined ? undefined : new Date(lastModified),
    bodies: Object.fromEntries(bodies),
  };
}
