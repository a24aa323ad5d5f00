import { createHash } from 'node:crypto';
import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/advisory/formats/csaf/judge.ts';
import { pushClock } from '../../src/clock.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { createOperator } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from '../support/sign-in.ts';
import { publishIssue, withdrawIssue } from './library.ts';
import { metadataSchema } from './metadata-schema.ts';

// CSAF 2.0 §7.1, requirement by requirement: what a trusted provider has to fulfil. Two of the twenty are not the
// hub's to fulfil, so nothing here tests them: 3 (TLS) is the proxy's in front of it, 10 (the DNS path) the domain's.
// 8, 9 and 10 are each another way to the metadata, of which one has to be there. What holds for GREEN and AMBER too is
// in csaf-circles.test.ts.

let hub: TestHub;
let app: ReturnType<typeof createApp>;
const site = 'https://hub.test';
const base = '/csaf/white';
const one = '2019/ncsc-2019-0979.json';
const two = '2020/ncsc-2020-0002.json';

const informationType = { scheme: 'urn:ietf:params:rolie:category:information-type', term: 'csaf' };

const get = (path: string) => app.request(path.replace(site, ''));
const read = async (path: string) => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};
const readJson = async (path: string) => JSON.parse(await read(path));
const at = (moment: string) => pushClock(hub, { to: new Date(moment) });

beforeAll(async () => {
  const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });
  hub = await openTestHub({
    openpgp: { key, passphrase: undefined },
    securityContact: 'https://hub.test/report-a-flaw',
  });
  app = createApp(() => hub);
  const trackingId = 'NCSC-2019-0979';
  const products = [
    { vendor: 'Citrix', name: 'ADC', versions: [{ version: '13.0', status: 'affected' }] },
  ];
  const content = { products, cves: ['CVE-2019-19781'] };
  await at('2019-12-18T13:00:00Z');
  await publishIssue(hub, { trackingId, content });
  await at('2020-01-10T08:00:00Z');
  const wrong = await publishIssue(hub, { trackingId: 'NCSC-2020-0002', content });
  await at('2020-01-13T08:05:00Z');
  await publishIssue(hub, { trackingId, ordinal: 1, risk: ['high', 'high'], content });
  await at('2020-01-14T08:05:00Z');
  await withdrawIssue(hub, wrong, 'It was about another product.');
});

test('1: every document passes the schema and the mandatory and optional tests', async () => {
  for (const path of [one, two]) {
    const text = await read(`${base}/${path}`);
    const { verdicts } = await judge(new TextEncoder().encode(text));
    expect(verdicts.filter(({ kind }) => kind !== 'informative').length).toBeGreaterThan(40);
    const failed = verdicts.filter(({ kind, isValid }) => kind !== 'informative' && !isValid);
    expect(failed.map(({ test: name, findings }) => [path, name, findings])).toEqual([]);
  }
});

test('2: a document is named for its tracking id and says so, application/json exactly', async () => {
  const answer = await get(`${base}/${one}`);
  expect(answer.headers.get('content-type')).toBe('application/json');
  const { document } = await answer.json();
  expect(document.tracking.id).toBe('NCSC-2019-0979');
  const self = document.references.find(
    ({ category }: { category: string }) => category === 'self',
  );
  expect(self.url).toBe(`${site}${base}/${one}`);
  expect((await get(`${base}/2020/ncsc-2019-0979.json`)).status).toBe(404);
  expect((await get(`${base}/2019/NCSC-2019-0979.json`)).status).toBe(404);
});

test('4: what is CLEAR is open to everybody, of every origin, and 304 to who has it', async () => {
  const paths = [`${base}/${one}`, `${base}/index.txt`, '/.well-known/csaf/provider-metadata.json'];
  for (const path of paths) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.request(path, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  }
});

test('5: AMBER is not open, nor GREEN, and what CSAF 2.0 cannot say or must not is nowhere', async () => {
  expect((await get('/csaf/amber/index.txt')).status).toBe(401);
  expect((await get('/csaf/green/index.txt')).status).toBe(401);
  for (const path of ['/csaf/red/', '/csaf/red/index.txt', '/csaf/amber+strict/'])
    expect((await get(path)).status).toBe(404);
});

test('6: nothing redirects, neither what is named anywhere nor a directory without its slash', async () => {
  const metadata = await readJson('/.well-known/csaf/provider-metadata.json');
  const [{ rolie }, directory] = metadata.distributions;
  const { feed } = await readJson(rolie.feeds[0].url);
  const urls: string[] = [
    metadata.canonical_url,
    metadata.public_openpgp_keys[0].url,
    directory.directory_url,
    ...rolie.services,
    rolie.categories[0],
    ...feed.entry.flatMap(({ link }: { link: { href: string }[] }) => link.map(({ href }) => href)),
  ];
  expect(urls.length).toBeGreaterThan(10);
  for (const url of urls) expect([url, (await get(url)).status]).toEqual([url, 200]);
  expect((await get(base)).status).toBe(404);
});

test('7: the metadata fits its schema and names every feed and directory', async () => {
  const metadata = metadataSchema.parse(await readJson('/.well-known/csaf/provider-metadata.json'));
  expect(metadata).toMatchObject({
    last_updated: expect.stringMatching(/^2020-01-14T08:05:00/),
    role: 'csaf_trusted_provider',
    publisher: { category: 'coordinator', name: 'NCSC', namespace: site },
  });
  const [{ rolie }, ...directories] = metadata.distributions;
  expect(rolie.feeds.map(({ tlp_label }) => tlp_label)).toEqual(['WHITE', 'GREEN', 'AMBER']);
  expect(directories.map(({ directory_url }) => directory_url)).toEqual(
    ['white', 'green', 'amber'].map((label) => `${site}/csaf/${label}/`),
  );
});

test('8: security.txt is signed, names the metadata, and expires within a year', async () => {
  const text = await read('/.well-known/security.txt');
  expect(text).toMatch(/^-----BEGIN PGP SIGNED MESSAGE-----/);
  expect(text).toContain(`CSAF: ${site}/.well-known/csaf/provider-metadata.json`);
  expect(text).toContain('Contact: https://hub.test/report-a-flaw');
  const expires = Date.parse(/^Expires: (\S+)/m.exec(text)?.[1] ?? '');
  const days = (expires - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(200);
  expect(days).toBeLessThan(365);
});

test('9: the metadata stands at its well-known address, which is what it says of itself', async () => {
  const answer = await get('/.well-known/csaf/provider-metadata.json');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  const { canonical_url } = await answer.json();
  expect(canonical_url).toBe(`${site}/.well-known/csaf/provider-metadata.json`);
});

describe('the lists', () => {
  test('11: a document is in the folder of the year of its initial release, and in no other', async () => {
    for (const path of [one, two]) {
      const { document } = await readJson(`${base}/${path}`);
      expect(document.tracking.initial_release_date.slice(0, 4)).toBe(path.slice(0, 4));
    }
    // It went on in 2020.
    expect((await get(`${base}/${one.replace('2019', '2020')}`)).status).toBe(404);
  });

  test('12: index.txt', async () => {
    expect(await read(`${base}/index.txt`)).toBe(`${two}\n${one}\n`);
  });

  test('13: changes.csv, quoted, the newest first', async () => {
    const changes = (await read(`${base}/changes.csv`)).trim().split('\n');
    expect(changes.map((line) => line.split(',')[0])).toEqual([`"${two}"`, `"${one}"`]);
    for (const line of changes) expect(line).toMatch(/^"[^"]+","2020-01-1[34]T08:05:00\.\d+Z"$/);
  });

  test('14: the directories as pages', async () => {
    expect(await read(`${base}/`)).toMatch(/href="2020\/"[\s\S]*href="2019\/"/);
    expect(await read(`${base}/2019/`)).toContain('href="ncsc-2019-0979.json.asc"');
    expect((await get(`${base}/2018/`)).status).toBe(404);
  });

  test('15: the ROLIE feed, whose dates are those of the documents', async () => {
    const { feed } = await readJson(`${base}/csaf-feed-tlp-white.json`);
    const entries: { content: { src: string }; updated: string; published: string }[] = feed.entry;
    expect(entries.map(({ content }) => content.src)).toEqual(
      [two, one].map((path) => `${site}${base}/${path}`),
    );
    for (const { content, updated, published } of entries) {
      const { document } = await readJson(content.src);
      expect(updated).toBe(document.tracking.current_release_date);
      expect(published).toBe(document.tracking.initial_release_date);
    }
    expect(feed.category).toEqual([informationType]);
    // The hub is there to be asked by POST.
    for (const { rel, href } of feed.link)
      expect([rel, (await get(href)).status]).toEqual([rel, rel === 'hub' ? 405 : 200]);
  });

  test('16: the service document names every feed', async () => {
    const service = await readJson('/csaf/service.json');
    const { collection } = service.service.workspace[0];
    expect(collection.map(({ href }: { href: string }) => href)).toEqual(
      ['white', 'green', 'amber'].map(
        (label) => `${site}/csaf/${label}/csaf-feed-tlp-${label}.json`,
      ),
    );
    for (const { categories } of collection) expect(categories.category).toEqual([informationType]);
  });

  test('17: the category document names the vendors', async () => {
    const { categories } = await readJson(`${base}/category.json`);
    expect(categories.category).toEqual([{ term: 'Citrix' }]);
  });
});

/** Every document's own address, with all that the feed links to it. */
async function readLinks(): Promise<[string, ...string[]][]> {
  const { feed } = await readJson(`${base}/csaf-feed-tlp-white.json`);
  const links = feed.entry.map(({ link }: { link: { href: string }[] }) =>
    link.map(({ href }) => href),
  );
  expect(links).toHaveLength(2);
  return links;
}

test('18: hashes are those of the bytes that are served', async () => {
  for (const [self, ...others] of await readLinks()) {
    const text = await read(self);
    for (const kind of ['sha256', 'sha512']) {
      const digest = createHash(kind).update(text).digest('hex');
      expect(await read(`${self}.${kind}`)).toBe(`${digest}  ${self.split('/').at(-1)}\n`);
    }
    expect(others).toEqual([`${self}.sha256`, `${self}.sha512`, `${self}.asc`]);
  }
});

test('19: signatures are of those bytes by that key, and made once', async () => {
  const verificationKeys = await readKey({ armoredKey: await read('/csaf/openpgp-key.asc') });
  for (const [self] of await readLinks()) {
    const armoredSignature = await read(`${self}.asc`);
    const signature = await readSignature({ armoredSignature });
    const message = await createMessage({ binary: new TextEncoder().encode(await read(self)) });
    const { signatures } = await verify({ message, signature, verificationKeys });
    expect(await signatures[0]?.verified).toBe(true);
    // Asked again of another hub object the signature is the same, its moment included.
    const again = await createApp(() => ({ ...hub })).request(`${self}.asc`.replace(site, ''));
    expect(await again.text()).toBe(armoredSignature);
  }
});

test('20: the public key is where the metadata says, with that fingerprint', async () => {
  const metadata = await readJson('/.well-known/csaf/provider-metadata.json');
  const [key, ...more] = metadata.public_openpgp_keys;
  const public_ = await readKey({ armoredKey: await read(key.url) });
  expect(public_.getFingerprint().toUpperCase()).toBe(key.fingerprint);
  expect([public_.isPrivate(), more]).toEqual([false, []]);
});

test('a withdrawn one stays in every list, as a final revision that says so', async () => {
  const { document } = await readJson(`${base}/${two}`);
  expect(document.tracking.status).toBe('final');
  expect(document.tracking.revision_history).toHaveLength(2);
  expect(JSON.stringify(document)).toMatch(/withdrawn/i);
});

test('without a key it is a provider, and nothing claims a signature', async () => {
  const own = await openTestHub();
  const unsigned = createApp(() => own);
  await publishIssue(own, { trackingId: 'NCSC-2020-0001' });
  const readOwn = async (path: string) => (await unsigned.request(path)).text();
  const metadata = JSON.parse(await readOwn('/.well-known/csaf/provider-metadata.json'));
  expect(metadata.role).toBe('csaf_provider');
  expect(metadata.public_openpgp_keys).toBeUndefined();
  expect(await readOwn('/csaf/white/csaf-feed-tlp-white.json')).not.toContain('signature');
  expect(await readOwn('/.well-known/security.txt')).toMatch(/^Contact: /);
  const [path = ''] = (await readOwn('/csaf/white/index.txt')).split('\n');
  expect((await unsigned.request(`/csaf/white/${path}`)).status).toBe(200);
  for (const missing of [`/csaf/white/${path}.asc`, '/csaf/openpgp-key.asc'])
    expect((await unsigned.request(missing)).status).toBe(404);
  const fatima = await createOperator(own, 'Fatima', ['administrator']);
  const home = await unsigned.request('/console?language=en', {
    headers: await signIn(own, fatima),
  });
  expect(await home.text()).toContain('set it as OPENPGP_KEY');
});
