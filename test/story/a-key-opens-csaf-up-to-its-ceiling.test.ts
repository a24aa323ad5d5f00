import { beforeAll, describe, expect, test } from 'vitest';
import type { Tlp } from '../../src/advisory/tlp.ts';
import { createApp } from '../../src/http/app.tsx';
import { createKey } from '../../src/operator/create-key.ts';
import { listKeys } from '../../src/operator/list-keys.ts';
import { revokeKey } from '../../src/operator/revoke-key.ts';
import { publishIssue } from '../http/library.ts';
import { createOperator, createOrganisation } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { keyFor, signIn } from '../support/sign-in.ts';

// Promise 3, for machines: Priya, an engineer of a partner, pulls what her key's ceiling admits, whatever she asks for.

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let fatima: number;
let partner: number;

const year = new Date().getFullYear();
const served = { white: 'CLEAR', green: 'GREEN', amber: 'AMBER' } as const;
type Path = keyof typeof served;
const idOf = (tlp: Tlp) => `NCSC-1-${tlp.replace('+', '-')}`;

/** Every way to pull something of a circle. */
const pulls = (path: Path) => {
  const file = `${year}/${idOf(served[path]).toLowerCase()}.json`;
  const ends = [file, `${file}.sha256`, `${file}.sha512`];
  const lists = ['', `${year}/`, 'index.txt', 'changes.csv', 'category.json'];
  return [...lists, `csaf-feed-tlp-${path}.json`, ...ends].map((end) => `/csaf/${path}/${end}`);
};

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  fatima = await createOperator(hub, 'Fatima', ['administrator']);
  partner = await createOrganisation(hub, { name: 'Hub Noord', kind: 'information hub' });
  for (const tlp of ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const)
    await publishIssue(hub, { trackingId: idOf(tlp), tlp, about: `Geheim-${tlp}` });
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

async function partnerKey(tlpCeiling: Tlp, organisationId = partner) {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const wish = { operatorId: fatima, name: 'pull', expiresAt };
  const { key } = await createKey(hub, { ...wish, partner: { organisationId, tlpCeiling } });
  return { Authorization: `Bearer ${key}` };
}

/** The one status with which every pull of a circle is answered. */
async function statusOf(path: Path, headers: Record<string, string>) {
  const answers = await Promise.all(pulls(path).map((pull) => get(pull, headers)));
  const statuses = [...new Set(answers.map(({ status }) => status))];
  for (const answer of answers) expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return statuses.join(' and ');
}
const statuses = async (headers: Record<string, string>) => [
  await statusOf('white', headers),
  await statusOf('green', headers),
  await statusOf('amber', headers),
];

describe('every pull path', () => {
  test('without a key, with one that is none, or by a session alone', async () => {
    expect(await statuses({})).toEqual(['200', '401', '401']);
    expect(await statuses({ Authorization: 'Bearer smf_nothing' })).toEqual(['200', '401', '401']);
    expect(await statuses({ Authorization: 'Basic YTpi' })).toEqual(['200', '401', '401']);
    expect(await statuses(await signIn(hub, fatima))).toEqual(['200', '401', '401']);
  });

  test.each<[Tlp, string[]]>([
    ['CLEAR', ['200', '403', '403']],
    ['GREEN', ['200', '200', '403']],
    ['AMBER', ['200', '200', '200']],
    ['AMBER+STRICT', ['200', '200', '200']],
    ['RED', ['200', '200', '200']],
  ])('with a partner’s key up to %s', async (ceiling, expected) => {
    expect(await statuses(await partnerKey(ceiling))).toEqual(expected);
  });

  test('with a key above its organisation’s own ceiling, and after that was lowered', async () => {
    const small = await createOrganisation(hub, { name: 'Partner Klein', kind: 'partner' });
    const headers = await partnerKey('AMBER', small);
    expect(await statuses(headers)).toEqual(['200', '200', '200']);
    await hub.sql`UPDATE organisations SET tlp_ceiling = 'GREEN' WHERE id = ${small}`;
    expect(await statuses(headers)).toEqual(['200', '200', '403']);
    await hub.sql`UPDATE organisations SET removed_at = hub_now() WHERE id = ${small}`;
    expect(await statuses(headers)).toEqual(['200', '401', '401']);
  });

  test('with a key of staff, whatever it may do, until it is revoked', async () => {
    expect(await statuses(await keyFor(hub, fatima))).toEqual(['200', '200', '200']);
    const reader = await keyFor(hub, fatima, []);
    expect(await statuses(reader)).toEqual(['200', '200', '200']);
    const [newest] = await listKeys(hub.sql, { operatorId: fatima });
    await revokeKey(hub, { keyId: newest?.id ?? 0, operatorId: fatima });
    expect(await statuses(reader)).toEqual(['200', '401', '401']);
  });
});

test('what is pulled with the widest key names nothing narrower, and nothing of another circle', async () => {
  const headers = await partnerKey('RED');
  for (const path of ['white', 'green', 'amber'] as const) {
    const bodies = await Promise.all(
      pulls(path).map(async (pull) => (await get(pull, headers)).text()),
    );
    const all = bodies.join('\n').replaceAll('Geheim-', '').toLowerCase();
    for (const tlp of ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const) {
      const isThere = new RegExp(`${idOf(tlp).toLowerCase()}(?!-)`).test(all);
      expect([path, tlp, isThere]).toEqual([path, tlp, tlp === served[path]]);
    }
  }
});

test('an advisory whose label was widened moves, and one that was narrowed shows each reader the newest for them', async () => {
  const headers = await partnerKey('AMBER');
  const index = async (path: Path) => (await get(`/csaf/${path}/index.txt`, headers)).text();
  await publishIssue(hub, { trackingId: 'NCSC-2-WIDENED', tlp: 'AMBER' });
  expect(await index('amber')).toContain('ncsc-2-widened');
  await publishIssue(hub, { trackingId: 'NCSC-2-WIDENED', ordinal: 1 });
  expect(await index('amber')).not.toContain('ncsc-2-widened');
  expect(await index('white')).toContain('ncsc-2-widened');
  await publishIssue(hub, { trackingId: 'NCSC-2-NARROWED', about: 'Eerst' });
  await publishIssue(hub, {
    trackingId: 'NCSC-2-NARROWED',
    ordinal: 1,
    tlp: 'AMBER',
    about: 'Daarna',
  });
  const path = `${year}/ncsc-2-narrowed.json`;
  const white = await (await get(`/csaf/white/${path}`)).text();
  expect(white).toContain('Eerst');
  expect(white).not.toMatch(/Daarna|AMBER/);
  expect(await (await get(`/csaf/amber/${path}`, headers)).text()).toContain('Daarna');
});

test('a partner’s key opens nothing else, and only an administrator gives one out', async () => {
  const headers = await partnerKey('AMBER');
  for (const path of ['/api/v1/advisories', '/api/v1/organisations', '/api/v1/api-keys'])
    expect((await get(path, headers)).status).toBe(403);
  const dewi = await createOperator(hub, 'Dewi', ['duty officer']);
  const wish = { name: 'pull', expiresAt: new Date(Date.now() + 3_600_000) };
  const asked = { organisationId: partner, tlpCeiling: 'GREEN' as const };
  await expect(createKey(hub, { ...wish, operatorId: dewi, partner: asked })).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  );
  const withRoles = {
    ...wish,
    operatorId: fatima,
    partner: asked,
    roles: ['administrator' as const],
  };
  await expect(createKey(hub, withRoles)).rejects.toMatchObject({ code: 'invalid' });
  const elsewhere = { ...asked, organisationId: 999_999 };
  await expect(
    createKey(hub, { ...wish, operatorId: fatima, partner: elsewhere }),
  ).rejects.toMatchObject({ code: 'invalid' });
});
