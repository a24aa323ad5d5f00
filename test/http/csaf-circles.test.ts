import { createHash } from 'node:crypto';
import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/advisory/formats/csaf/judge.ts';
import { pushClock } from '../../src/clock.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { createOperator } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { keyFor } from '../support/sign-in.ts';
import { publishIssue, withdrawIssue } from './library.ts';

// What a circle's readers pull, CLEAR, GREEN and AMBER alike; Fatima's key opens all of them.

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let headers: Record<string, string>;
const site = 'https://hub.test';
const circles = [
  ['white', 'CLEAR'],
  ['green', 'GREEN'],
  ['amber', 'AMBER'],
] as const;

const get = (path: string, more: Record<string, string> = {}) =>
  app.request(path.replace(site, ''), { headers: { ...headers, ...more } });
const read = async (path: string) => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};
const readJson = async (path: string) => JSON.parse(await read(path));
const at = (moment: string) => pushClock(hub, { to: new Date(moment) });
const linesOf = async (path: string) => (await read(path)).trim().split('\n');

beforeAll(async () => {
  const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });
  hub = await openTestHub({ openpgp: { key, passphrase: undefined } });
  app = createApp(() => hub);
  headers = await keyFor(hub, await createOperator(hub, 'Fatima', ['administrator']));
  const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
  for (const [index, tlp] of tlps.entries()) {
    const name = (n: number) => `NCSC-20${n}-${index}000`;
    const products = [{ vendor: `Vendor ${index}`, name: 'Gateway', versions: [] }];
    await at(`2019-12-1${index}T13:00:00Z`);
    await publishIssue(hub, { trackingId: name(19), tlp, content: { products } });
    const wrong = await publishIssue(hub, { trackingId: name(18), tlp });
    await at(`2020-01-1${index}T13:00:00Z`);
    await publishIssue(hub, { trackingId: name(20), tlp, risk: ['high', 'high'] });
    await publishIssue(hub, { trackingId: name(19), ordinal: 1, tlp, content: { products } });
    await withdrawIssue(hub, wrong, 'It was about another product.');
  }
});

describe.each(circles)('in /csaf/%s/', (label, tlp) => {
  const base = `/csaf/${label}`;
  const feedPath = `${base}/csaf-feed-tlp-${label}.json`;

  test('what one list names, the others name too, with the same moment and nothing else', async () => {
    const index = await linesOf(`${base}/index.txt`);
    expect(index).toHaveLength(3);
    const rows = (await linesOf(`${base}/changes.csv`)).map((line) => JSON.parse(`[${line}]`));
    expect(rows.map(([path]) => path)).toEqual(index);
    expect(rows.map(([, moment]) => moment)).toEqual(
      rows.map(([, moment]) => moment).toSorted((a, b) => Date.parse(b) - Date.parse(a)),
    );
    const { feed } = await readJson(feedPath);
    type Entry = { content: { src: string }; updated: string };
    const entries = feed.entry.map(({ content, updated }: Entry) => [content.src, updated]);
    expect(entries).toEqual(rows.map(([path, moment]) => [`${site}${base}/${path}`, moment]));
    const years = new Set(index.map((path) => path.slice(0, 4)));
    const listed = await Promise.all(
      [...years].map(async (year) => {
        const page = await read(`${base}/${year}/`);
        return [...page.matchAll(/href="([^"/]+\.json)"/g)].map(([, name]) => `${year}/${name}`);
      }),
    );
    expect(listed.flat().toSorted()).toEqual(index.toSorted());
    const { categories } = await readJson(`${base}/category.json`);
    const vendors = feed.entry.flatMap(({ category = [] }: { category?: object[] }) => category);
    expect(categories.category).toEqual(vendors);
  });

  test('every document passes the schema and the mandatory and optional tests, under its own label', async () => {
    for (const path of await linesOf(`${base}/index.txt`)) {
      const answer = await get(`${base}/${path}`);
      expect(answer.headers.get('content-type')).toBe('application/json');
      const text = await answer.text();
      const { document } = JSON.parse(text);
      expect(document.distribution.tlp.label).toBe(label.toUpperCase());
      const { verdicts } = await judge(new TextEncoder().encode(text));
      const counted = verdicts.filter(({ kind }) => kind !== 'informative');
      expect(counted.length).toBeGreaterThan(40);
      expect(counted.filter(({ isValid }) => !isValid).map((each) => [path, each])).toEqual([]);
    }
  });

  test('hashes and signatures are those of the bytes that are served', async () => {
    const verificationKeys = await readKey({ armoredKey: await read('/csaf/openpgp-key.asc') });
    for (const path of await linesOf(`${base}/index.txt`)) {
      const text = await read(`${base}/${path}`);
      const digest = createHash('sha512').update(text).digest('hex');
      expect(await read(`${base}/${path}.sha512`)).toContain(digest);
      const armoredSignature = await read(`${base}/${path}.asc`);
      const signature = await readSignature({ armoredSignature });
      const message = await createMessage({ binary: new TextEncoder().encode(text) });
      const { signatures } = await verify({ message, signature, verificationKeys });
      expect(await signatures[0]?.verified).toBe(true);
    }
  });

  test('a list is made once until something changes there, and 304 to who has it', async () => {
    const paths = ['index.txt', 'changes.csv', 'category.json', '', '2019/'].map(
      (end) => `${base}/${end}`,
    );
    const before = await Promise.all([...paths, feedPath].map(read));
    // No edition counts this, which never happens: whoever reads the table again would see it.
    await hub.sql`UPDATE advisories SET tracking_id = tracking_id || '-X'`;
    expect(await Promise.all([...paths, feedPath].map(read))).toEqual(before);
    await hub.sql`UPDATE advisories SET tracking_id = replace(tracking_id, '-X', '')`;
    for (const path of [...paths, feedPath]) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      const again = await get(path, { 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const scope = tlp === 'CLEAR' ? 'public' : 'private';
      expect(again.headers.get('cache-control')).toBe(`${scope}, no-cache`);
      expect(/\bAuthorization\b/.test(again.headers.get('vary') ?? '')).toBe(tlp !== 'CLEAR');
    }
    await at(`2020-02-01T13:00:0${label.length}Z`);
    await publishIssue(hub, { trackingId: `NCSC-2020-9${label}`, tlp });
    expect((await linesOf(`${base}/index.txt`))[0]).toBe(`2020/ncsc-2020-9${label}.json`);
    expect(await read(feedPath)).toContain(`ncsc-2020-9${label}.json`);
  });

  test('no copy is for whoever shows no key', async () => {
    await read(feedPath);
    const { status } = await app.request(feedPath);
    expect(status).toBe(tlp === 'CLEAR' ? 200 : 401);
  });
});

test('a list that is read in Dutch is not handed out in English', async () => {
  for (const [label] of circles) {
    const path = `/csaf/${label}/`;
    const dutch = await get(path, { 'Accept-Language': 'nl' });
    const english = await get(path, { 'Accept-Language': 'en' });
    expect(await english.text()).toContain('<html lang="en">');
    expect(await dutch.text()).toContain('<html lang="nl">');
    expect(dutch.headers.get('vary')).toContain('Accept-Language');
  }
});
