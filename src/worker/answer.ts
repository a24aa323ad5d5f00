import { createApp } from '../http/app.tsx';
import type { Hub } from '../hub.ts';
import type { Bindings, Invocation } from './binding.ts';
import { openForInvocation } from './open.ts';
import { openPages } from './pages.ts';
import { wakeForWork } from './wake.ts';

const app = createApp((env) => env.hub as Hub);

/** Answers a request with the hub's own app; the hub is closed when the last byte of the answer is on its way. */
export async function answer(
  request: Request,
  env: Bindings,
  invocation: Invocation,
): Promise<Response> {
  const hub = await openForInvocation(env);
  const pages = openPages(hub, env, invocation);
  const ended = Promise.withResolvers<void>();
  invocation.waitUntil(
    ended.promise
      .then(async () => {
        if (mayDecide(request)) await wakeForWork(hub, env, 'decided');
      })
      .catch((error) => hub.log.error({ err: error }, 'nobody was woken; the next round does it'))
      .finally(() => hub.close()),
  );
  try {
    const response = await app.fetch(request, { ...env, hub, pages }, invocation as never);
    return untilSent(response, ended.resolve);
  } catch (error) {
    ended.resolve();
    throw error;
  }
}

/** Operators decide and subscribers sign up through these; an answer by a link, of which there are thousands, leads to no mail. */
function mayDecide({ method, url }: Request): boolean {
  return (
    !/^(GET|HEAD|OPTIONS)$/.test(method) &&
    /^\/(console|api)\/|\/subscribe$/.test(new URL(url).pathname)
  );
}

/** The same answer, which says when its body is over or nobody reads on. */
function untilSent(response: Response, ended: () => void): Response {
  if (!response.body) {
    ended();
    return response;
  }
  const { readable, writable } = new TransformStream();
  response.body.pipeTo(writable).then(ended, ended);
  const { status, statusText, headers } = response;
  // What the hub compressed is sent as it stands: Workers would compress it a second time.
  const encodeBody = headers.has('content-encoding') ? 'manual' : 'automatic';
  return new Response(readable, { status, statusText, headers, encodeBody } as ResponseInit);
}
