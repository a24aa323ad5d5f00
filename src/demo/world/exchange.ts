import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Connections that stay open, as a browser keeps them. */
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export type Answer = { status: number; body: string };
type Question = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string };

/**
 * One HTTP exchange with the hub. `fetch` would do as well, at three times the work: the demo has two thousand of these
 * on the two cores that the hub itself runs on.
 */
export function exchange(url: string, { method, headers, body }: Question): Promise<Answer> {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, method, headers: { ...headers, ...length } },
      (response) => {
        text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Lets go of the connections. */
export const hangUp = () => agent.destroy();
