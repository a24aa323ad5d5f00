import { viewNonce } from '../src/acknowledgement/nonce.ts';
import { linkToken } from '../src/acknowledgement/token.ts';
import { expandNext } from '../src/fanout/expand.ts';
import type { Hub } from '../src/hub.ts';
import { addProviders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';
import { startChild } from './child.ts';
import { interleave } from './interleave.ts';
import { description } from './letter.ts';
import { putLoad, type Request } from './load.ts';
import { median, ratioOf } from './median.ts';
import type { Options } from './options.ts';
import type { Row } from './row.ts';
import { setStage } from './stage.ts';

const connections = 16;
/** So many pages for one answer, which needs a delivery of its own: fewer would be read in half a second, half of it to warm up. */
const pagesPerAnswer = 5;
const browser =
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/133.0\r\nAccept: text/html\r\nAccept-Language: nl\r\n';

/** Answers and public pages by the hub, beside Hono with nothing behind it. */
export async function measureHttp({ requests, runs }: Options): Promise<Row[]> {
  const stage = await setStage();
  const { url, hub } = stage;
  const plain = await startChild<{ port: number }>('./plain-server.ts', [hub.config.databaseUrl]);
  const plainUrl = `http://127.0.0.1:${plain.said.port}`;
  try {
    const deliveries = await tellProviders(hub, requests * (runs + 1));
    await stage.serve({ LOG_LEVEL: 'info' });
    const side = (url: string, some: () => Request[]) => () =>
      putLoad({ url, connections, requests: some() });
    const compare = async (
      name: string,
      ours: () => Request[],
      theirs: () => Request[],
      target: string,
    ): Promise<Row> => {
      const subjects = { ours: side(url, ours), theirs: side(plainUrl, theirs) };
      await interleave(1, subjects);
      const times = await interleave(runs, subjects);
      const ratio = ratioOf(times.ours, times.theirs);
      return {
        name,
        unit: 'requests/s',
        value: median(times.ours),
        reference: median(times.theirs),
        ratio,
        target: `≥ 0.7 × ${target}`,
        met: ratio >= 0.7,
      };
    };
    const rows = [
      await compare(
        'acknowledgements',
        () => deliveries.splice(0, requests).map((id) => answerFor(hub, id)),
        () =>
          Array.from({ length: requests }, (_, n) => post('/insert', `choice=received&nonce=${n}`)),
        'a bare Hono + postgres.js insert',
      ),
    ];
    for (const [name, path] of await listPages(hub)) {
      const page = await fetch(url + path);
      await plain.ask(await page.text());
      const etag = `If-None-Match: ${page.headers.get('etag')}\r\n`;
      const repeat = (request: Request) => () =>
        Array<Request>(pagesPerAnswer * requests).fill(request);
      rows.push(
        await compare(
          `${name}, in full`,
          repeat(get(path, 200)),
          repeat(get('/constant', 200)),
          'a Hono route that returns a constant',
        ),
        await compare(
          `${name}, unchanged`,
          repeat(get(path, 304, etag)),
          repeat(get('/unchanged', 304)),
          'a Hono route that returns a constant 304',
        ),
      );
    }
    return rows;
  } finally {
    await plain.close();
    await stage.close();
  }
}

/** Publishes to so many contacts, as if all had got it; the promise is their deliveries. */
async function tellProviders(hub: Hub, count: number): Promise<number[]> {
  const { sql } = hub;
  await addProviders(sql, count);
  await publishFixture(sql, { to: ['providers'], description });
  await expandNext(hub);
  await sql`UPDATE organisation_dispatches SET open = 0, sent = 1, reached_at = hub_now()`;
  await sql`UPDATE dispatches SET finished_at = hub_now()`;
  const rows = await sql<{ id: number }[]>`
    UPDATE deliveries SET state = 'sent', handed_at = hub_now(), settled_at = hub_now() RETURNING id`;
  await sql`VACUUM ANALYZE`;
  return rows.map(({ id }) => id);
}

async function listPages({ sql }: Hub): Promise<[string, string][]> {
  const [advisory] = await sql<[{ trackingId: string }]>`SELECT tracking_id FROM advisories`;
  return [
    ['feed', '/feeds/nl.rss'],
    ['advisory page', `/advisories/${advisory.trackingId}`],
  ];
}

/** What the browser of a person sends who opened the page a minute ago. */
function answerFor({ config }: Hub, deliveryId: number): Request {
  const at = new Date(Date.now() - 60_000);
  const nonce = viewNonce(config.linkKeys, { deliveryId, question: 'first', at });
  return post(
    `/acknowledge/${linkToken(config.linkKeys, deliveryId)}`,
    `form=answer&choice=received&nonce=${nonce}`,
  );
}

const get = (path: string, status: number, headers = ''): Request => ({
  bytes: `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${browser}${headers}\r\n`,
  status,
});

const post = (path: string, body: string): Request => ({
  bytes: `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${browser}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  status: 303,
});
