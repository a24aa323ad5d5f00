import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { topicLinks } from '../../fanout/websub/topic.ts';
import { findSigner } from '../../openpgp.ts';
import type { CallerEnv } from '../caller.ts';
import { admit } from './admit.ts';
import { addresses, type Circle, circles, pathOf } from './circle.ts';
import { newestOf, writeChanges, writeIndex } from './directory.ts';
import { type Listed, listDocuments } from './list-documents.ts';
import { showDirectory, showRoot } from './listing.tsx';
import { writeMetadata } from './provider-metadata.ts';
import { readDocument } from './read-document.ts';
import { writeCategories, writeFeed, writeService } from './rolie.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { serve } from './serve.ts';

const json = 'application/json';
const text = 'text/plain; charset=utf-8';

/** The CSAF provider (CSAF 2.0 §7): what is CLEAR for everybody, GREEN and AMBER for who shows a key. */
export function csafRoutes(): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const open = cors({ origin: '*', exposeHeaders: ['ETag', 'Last-Modified'] });
  app.use('/csaf/*', open).use('/.well-known/*', open);
  app.get(addresses.metadata, (c) => serve(c, 'CLEAR', { make: () => metadata(c) }));
  app.get(addresses.securityTxt, (c) => serve(c, 'CLEAR', { make: () => securityTxt(c) }));
  app.get(addresses.publicKey, (c) => serve(c, 'CLEAR', { make: () => publicKey(c) }));
  app.get(addresses.service, (c) => {
    const { publicUrl, csirtName } = c.get('hub').config;
    const make = async () => ({ body: writeService(publicUrl, csirtName), type: json });
    return serve(c, 'CLEAR', { make });
  });
  app.get('/csaf/', showRoot);
  app.use(addresses.feed('CLEAR'), async function linkHub(c, next) {
    c.header('Link', topicLinks(c.get('hub').config.publicUrl, addresses.feed('CLEAR')));
    await next();
  });
  for (const circle of circles) routeCircle(app, circle);
  return app;
}

function routeCircle(app: Hono<CallerEnv>, circle: Circle): void {
  const base = pathOf(circle);
  const lists: Record<
    string,
    { type: string; write: (c: Context<CallerEnv>, listed: Listed[]) => Promise<string> | string }
  > = {
    [`${base}/index.txt`]: { type: text, write: (_, listed) => writeIndex(listed) },
    [`${base}/changes.csv`]: {
      type: 'text/csv; charset=utf-8',
      write: (_, listed) => writeChanges(listed),
    },
    [addresses.category(circle)]: { type: json, write: (_, listed) => writeCategories(listed) },
    [addresses.feed(circle)]: { type: json, write: (c, listed) => feed(c, circle, listed) },
  };
  app.use(`${base}/*`, admit(circle));
  for (const [path, { type, write }] of Object.entries(lists)) {
    app.get(path, (c) => {
      const make = async () => {
        const listed = await listDocuments(c.get('hub').sql, circle);
        return { body: await write(c, listed), type, lastModified: newestOf(listed) };
      };
      return serve(c, circle, { make });
    });
  }
  app.get(`${base}/`, (c) => showDirectory(c, circle));
  app.get(`${base}/:year/`, (c) => showDirectory(c, circle, c.req.param('year')));
  app.get(`${base}/:year/:file`, (c) => {
    const { year, file } = c.req.param();
    const make = () => readDocument(c.get('hub'), circle, `${year}/${file}`);
    return serve(c, circle, { make });
  });
}

async function feed(c: Context<CallerEnv>, circle: Circle, listed: Listed[]): Promise<string> {
  const { config } = c.get('hub');
  const signed = (await findSigner(config)) !== null;
  return writeFeed({ site: config.publicUrl, circle, listed, signed });
}

async function metadata(c: Context<CallerEnv>) {
  const { config, sql } = c.get('hub');
  const lastModified = newestOf(await listDocuments(sql, 'CLEAR'));
  const signer = await findSigner(config);
  const body = writeMetadata({ config, signer, lastUpdated: lastModified });
  return { body, type: json, lastModified };
}

async function securityTxt(c: Context<CallerEnv>) {
  const { config } = c.get('hub');
  const body = await writeSecurityTxt(config, await findSigner(config), new Date());
  return { body, type: text };
}

async function publicKey(c: Context<CallerEnv>) {
  const signer = await findSigner(c.get('hub').config);
  return signer ? { body: signer.publicKey, type: 'application/pgp-keys' } : undefined;
}
