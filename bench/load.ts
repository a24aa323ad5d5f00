import { connect } from 'node:net';

/** A request as it goes over the wire, and how its answer must begin. */
export type Request = { bytes: string; status: number };

export type Load = { url: string; connections: number; requests: Request[] };

/** Sends the requests over connections that stay open, one at a time on each; the promise is requests a second. */
export async function putLoad({ url, connections, requests }: Load): Promise<number> {
  const { port, hostname } = new URL(url);
  const waiting = requests.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => work(Number(port), hostname, waiting)),
  );
  return (requests.length * 1000) / (performance.now() - began);
}

function work(port: number, host: string, waiting: Iterator<Request>): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true });
    let asked: Request | undefined;
    let heard = Buffer.alloc(0);
    const next = () => {
      const { value, done } = waiting.next();
      if (done) return void socket.end(resolve);
      asked = value;
      socket.write(value.bytes);
    };
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', (piece) => {
      heard = heard.length === 0 ? piece : Buffer.concat([heard, piece]);
      if (!isWhole(heard)) return;
      const status = Number(heard.toString('latin1', 9, 12));
      if (status !== asked?.status)
        return void socket.destroy(
          new Error(`${status} instead of ${asked?.status}: ${heard.toString('utf8', 0, 2000)}`),
        );
      heard = Buffer.alloc(0);
      next();
    });
  });
}

/** Whether an answer is complete: by its length, by its last chunk, or because its status has no body. */
function isWhole(heard: Buffer): boolean {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = heard.toString('latin1', 0, end).toLowerCase();
  if (/^http\/1\.1 (204|304)/.test(head)) return true;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return heard.length >= end + 4 + Number(length);
  return heard.subarray(-5).equals(Buffer.from('0\r\n\r\n'));
}
