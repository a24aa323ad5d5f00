import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Stage } from '../../src/demo/replay/stage.ts';
import { verify } from '../../src/fanout/verify.ts';
import { createApp } from '../../src/http/app.tsx';
import { playMonth } from '../demo/play-month.ts';

let stage: Stage;
const versions = ['1.00', '1.01', '1.02', '1.03', '1.04', '1.05', '1.06'];

beforeAll(async () => {
  stage = await playMonth();
}, 300_000);

const idOf = (version: string) => stage.versions.get(version) as number;

/** The kinds of organisation that a version reached. */
async function listKinds(version: string): Promise<string[]> {
  const rows = await stage.hub.sql<{ kind: string }[]>`
    SELECT DISTINCT o.kind::text FROM organisation_dispatches r
    JOIN dispatches p ON p.id = r.dispatch_id JOIN organisations o ON o.id = r.organisation_id
    WHERE p.version_id = ${idOf(version)} AND r.reached_at IS NOT NULL ORDER BY 1`;
  return rows.map(({ kind }) => kind);
}

describe('whom each version was told', () => {
  test.each(versions.slice(1).map((version, index) => [versions[index] as string, version]))(
    'everyone who got %s is in %s, or left out with a reason that is written down',
    async (before, after) => {
      const { sql } = stage.hub;
      const [{ got }] = await sql<[{ got: number }]>`
        SELECT count(DISTINCT address_id)::int AS got FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        WHERE p.version_id = ${idOf(before)} AND d.handed_at IS NOT NULL`;
      const lost = await sql`
        SELECT d.address_id FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        WHERE p.version_id = ${idOf(before)} AND d.handed_at IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM deliveries n JOIN dispatches q ON q.id = n.dispatch_id
            WHERE q.version_id = ${idOf(after)} AND n.address_id = d.address_id
              AND (n.handed_at IS NOT NULL OR n.state IN ('queued', 'failed')
                   OR (n.state IN ('skipped', 'cancelled') AND n.detail <> '')))`;
      expect(got).toBeGreaterThan(200);
      expect(lost).toEqual([]);
    },
  );

  test('whoever left is skipped in the next version, each with their own reason', async () => {
    const skipped = await stage.hub.sql<{ detail: string; count: number }[]>`
      SELECT detail, count(*)::int AS count FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
      WHERE p.version_id = ${idOf('1.06')} AND d.state = 'skipped' AND p.source = 'followers'
      GROUP BY detail ORDER BY detail`;
    expect(skipped).toEqual([
      { detail: expect.stringMatching(/^removed: asked by telephone/), count: 1 },
      { detail: 'the subscription was ended', count: 1 },
    ]);
  });

  test('government, vital providers, hubs, CSIRTs and the public hear every version', async () => {
    for (const version of versions) {
      expect(await listKinds(version)).toEqual(
        expect.arrayContaining([
          'central government',
          'vital provider',
          'information hub',
          'csirt',
        ]),
      );
      const [{ readers }] = await stage.hub.sql<[{ readers: number }]>`
        SELECT count(*)::int AS readers FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        WHERE p.version_id = ${idOf(version)} AND d.contact_id IS NULL AND d.state = 'sent'`;
      expect(readers).toBeGreaterThan(50);
    }
  });

  test('regulators hear 1.03 on 13 January and every version after it, partners from 1.05 on', async () => {
    const heard = await Promise.all(versions.map(listKinds));
    const from = (kind: string) => versions.filter((_, index) => heard[index]?.includes(kind));
    expect(from('regulator')).toEqual(['1.03', '1.04', '1.05', '1.06']);
    expect(from('partner')).toEqual(['1.05', '1.06']);
    const [first] = await stage.hub.sql`
      SELECT p.source, p.reason FROM dispatches p JOIN organisation_dispatches r ON r.dispatch_id = p.id
      JOIN organisations o ON o.id = r.organisation_id
      WHERE o.kind = 'regulator' AND p.version_id = ${idOf('1.04')} LIMIT 1`;
    expect(first).toEqual({ source: 'followers', reason: 'publication' });
  });
});

describe('what was sent by hand', () => {
  test('the targeted alert of 24 December goes to users of the software among the target organisations alone', async () => {
    const told = await stage.hub.sql<{ name: string }[]>`
      SELECT DISTINCT o.name FROM dispatches p JOIN organisation_dispatches r ON r.dispatch_id = p.id
      JOIN organisations o ON o.id = r.organisation_id WHERE p.reason = 'targeted alert' ORDER BY o.name`;
    const users = stage.country.organisations.filter(({ uses }) =>
      uses.some(({ vendor }) => vendor === 'Citrix'),
    );
    expect(told.map(({ name }) => name).toSorted()).toEqual(
      users.map(({ name }) => name).toSorted(),
    );
  });

  test('the government CIO’s request of 10 January reaches CTO and CISO of all twelve ministries, and nobody else', async () => {
    const told = await stage.hub.sql<{ name: string; roles: string[] }[]>`
      SELECT o.name, array_agg(DISTINCT co.role ORDER BY co.role) AS roles
      FROM dispatches p JOIN deliveries d ON d.dispatch_id = p.id
      JOIN contact_organisations co ON co.contact_id = d.contact_id JOIN organisations o ON o.id = co.organisation_id
      WHERE p.request_kind = 'report back' AND d.state = 'sent' GROUP BY o.name`;
    expect(told).toHaveLength(12);
    for (const { name, roles } of told) {
      expect(name).toMatch(/^Ministerie van /);
      expect(roles).toEqual(['CISO', 'CTO']);
    }
  });

  test('every ministry answers to comply or explain, and who explains argues each of the three conditions', async () => {
    const answers = await stage.hub.sql<{ status: string; explanation: string[] }[]>`
      SELECT DISTINCT ON (r.organisation_id) r.status, r.explanation
      FROM responses r JOIN dispatches p ON p.id = r.dispatch_id
      WHERE p.request_kind = 'comply or explain' ORDER BY r.organisation_id, r.id DESC`;
    expect(answers).toHaveLength(12);
    const explained = answers.filter(({ status }) => status === 'explain');
    expect(explained).toHaveLength(2);
    for (const { explanation } of explained) {
      expect(explanation).toHaveLength(3);
      expect(explanation.every((argument) => argument.length > 20)).toBe(true);
    }
    expect(answers.filter(({ status }) => status === 'patched')).toHaveLength(2);
  });
});

describe('what went by other ways than mail', () => {
  const inChannel = async () =>
    (await stage.world.posts()).filter(({ chat }) => chat === '@csirt_voorbeeld');

  test('every version and the news stand in the public channel, the later ones under the first', async () => {
    const posts = await inChannel();
    const [first, ...later] = posts.filter(({ text }) => text.includes('NCSC-2019-0979'));
    expect(first).toMatchObject({ answers: null, buttons: [] });
    expect(later).toHaveLength(versions.length);
    for (const post of later) expect(post).toMatchObject({ answers: first?.id, edited: false });
    const said = [first, ...later].map((post) => post?.text);
    for (const version of versions)
      expect(said.filter((text) => text?.includes(`[${version}]`))).toHaveLength(1);
    expect(said.some((text) => text?.includes('nog kwetsbaar'))).toBe(true);
  });

  test('a withdrawal changes the post of its version and is posted under it, in chats as well', async () => {
    // A public channel takes a post every three seconds: the last one comes when the month has ended.
    const about = await vi.waitUntil(
      async () => {
        const posts = await stage.world.posts();
        const those = posts.filter(({ text }) => text.includes('NCSC-2020-0061'));
        return those.length === 6 && those;
      },
      { timeout: 60_000 },
    );
    const chats = new Set(about.map(({ chat }) => chat));
    expect(chats).toEqual(new Set(['@csirt_voorbeeld', '@csirt_example', '1003']));
    for (const chat of chats) {
      const [post, withdrawal, ...others] = about.filter((each) => each.chat === chat);
      expect(others).toEqual([]);
      expect(post).toMatchObject({ edited: true, text: withdrawal?.text });
      expect(withdrawal).toMatchObject({ answers: post?.id, edited: false });
    }
  });

  test('people whose chat is linked answer there, and the choice is marked', async () => {
    const pressed = await stage.hub.sql<{ chat: string; choice: string }[]>`
      SELECT DISTINCT a.target AS chat, k.choice FROM acknowledgements k
      JOIN deliveries d ON d.id = k.delivery_id JOIN addresses a ON a.id = d.address_id
      WHERE a.channel = 'telegram' AND k.origin = 'button' AND k.suspicion IS NULL ORDER BY chat, choice`;
    expect(pressed).toEqual([
      { chat: '1001', choice: 'acting' },
      { chat: '1002', choice: 'acting' },
      { chat: '1003', choice: 'received' },
      { chat: '1003', choice: 'acting' },
    ]);
    const marked = (await stage.world.posts()).filter(({ buttons }) =>
      buttons.flat().some(({ text }) => text.startsWith('✓ ')),
    );
    expect(new Set(marked.map(({ chat }) => chat))).toEqual(new Set(['1001', '1002', '1003']));
  });

  test('the partner’s machine is told everything in full, checks it, and acknowledges by its key', async () => {
    const events = await stage.world.received();
    const told = events.filter(({ event }) => event?.type.endsWith('.publication'));
    expect(told.map(({ event }) => event?.subject)).toEqual(
      versions.map((version) => `NCSC-2019-0979/${version}`),
    );
    for (const { csaf, acknowledged } of told) {
      expect(JSON.parse(csaf ?? '').document.tracking.id).toBe('NCSC-2019-0979');
      expect(acknowledged).toBe(200);
    }
    expect(events.every(({ event }) => event !== null)).toBe(true);
    const [{ count }] = await stage.hub.sql<[{ count: number }]>`
      SELECT count(*)::int AS count FROM acknowledgements k JOIN organisations o ON o.id = k.organisation_id
      WHERE k.origin = 'api' AND o.name = 'Digital Trust Center' AND k.suspicion IS NULL`;
    expect(count).toBe(versions.length);
  });

  test('CSAF is provided, signed with the key that security.txt names', async () => {
    const app = createApp(() => stage.hub);
    const get = async (path: string) => (await app.request(path)).text();
    const provider = JSON.parse(await get('/.well-known/csaf/provider-metadata.json'));
    expect(provider.public_openpgp_keys).toHaveLength(1);
    expect(await get('/.well-known/security.txt')).toMatch(/^-----BEGIN PGP SIGNED MESSAGE-----/);
    const document = '/csaf/white/2019/ncsc-2019-0979.json';
    expect(JSON.parse(await get(document)).document.tracking.version).toBe('1.0.6');
    expect(await get(`${document}.asc`)).toMatch(/^-----BEGIN PGP SIGNATURE-----/);
  });
});

describe('what stands in the record', () => {
  test('the consent of both ministers, on the approval of 1.05, before it was given', async () => {
    const consents = await stage.hub.sql<{ office: string; early: boolean }[]>`
      SELECT c.office, c.given_at < a.at AS early FROM consents c JOIN approvals a ON a.id = c.approval_id
      WHERE a.version_id = ${idOf('1.05')} ORDER BY c.id`;
    expect(consents).toEqual([
      { office: 'Minister of Justice and Security', early: true },
      { office: 'Minister of the Interior and Kingdom Relations', early: true },
    ]);
  });

  test('government is urged and vital providers are advised, in the same version', async () => {
    const mail = async (kind: string) => {
      const [row] = await stage.hub.sql<{ target: string }[]>`
        SELECT a.target FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id
        JOIN addresses a ON a.id = d.address_id JOIN organisations o ON o.id = d.organisation_ids[1]
        WHERE p.version_id = ${idOf('1.05')} AND o.kind = ${kind} AND d.state = 'sent'
          AND a.channel = 'email' LIMIT 1`;
      const entries = stage.world.entries.filter(({ to }) => to === row?.target);
      const sources = await Promise.all(entries.map(stage.world.read));
      return sources.map(String).find((source) => source.includes('[1.05]')) ?? '';
    };
    expect(await mail('central government')).toContain('Dringend advies aan de rijksoverheid');
    const toProvider = await mail('vital provider');
    expect(toProvider).toContain('Advies aan vitale aanbieders');
    expect(toProvider).not.toContain('Dringend advies');
  });

  test('events with the day on which they were learned, and notices with where else they stood', async () => {
    const { sql } = stage.hub;
    const [early] = await sql<{ happened: string; learned: string }[]>`
      SELECT happened_at::date::text AS happened, learned_at::date::text AS learned FROM events
      ORDER BY happened_at LIMIT 1`;
    expect(early).toEqual({ happened: '2019-12-06', learned: '2020-01-18' });
    expect(await sql`SELECT count(*)::int AS count FROM events WHERE advisory_id IS NULL`).toEqual([
      { count: 0 },
    ]);
    const notices = await sql<{ kind: string; places: string[] }[]>`
      SELECT kind, ARRAY(SELECT e->>'where' FROM jsonb_array_elements(published_elsewhere) AS e) AS places
      FROM notices ORDER BY published_at`;
    expect(notices).toEqual([
      { kind: 'news', places: ['social media'] },
      { kind: 'press release', places: ['rijksoverheid.nl', 'other cyber security organisations'] },
      { kind: 'FAQ', places: [] },
    ]);
  });

  test('answers as people give them: at once, late, by telephone; what scanners press does not count', async () => {
    const [found] = await stage.hub.sql`
      SELECT count(*) FILTER (WHERE suspicion IS NULL AND origin = 'link' AND NOT late) > 100 AS prompt,
             count(*) FILTER (WHERE suspicion IS NULL AND late) > 10                         AS late,
             count(*) FILTER (WHERE origin = 'phone' AND entered_by = ${stage.staff.Dewi}) > 2  AS phoned,
             count(*) FILTER (WHERE choice = 'call us') > 0                                  AS asking,
             count(*) FILTER (WHERE suspicion IS NOT NULL) > 5                               AS scanned
      FROM acknowledgements`;
    expect(found).toEqual({ prompt: true, late: true, phoned: true, asking: true, scanned: true });
    const counted = await stage.hub.sql`
      SELECT r.organisation_id FROM organisation_dispatches r
      WHERE r.acknowledged_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM acknowledgements a WHERE a.organisation_id = r.organisation_id AND a.suspicion IS NULL)`;
    expect(counted).toEqual([]);
    const [reports] = await stage.hub.sql`SELECT count(*)::int AS count FROM relay_reports`;
    expect(reports?.count).toBeGreaterThan(10);
  });

  test('totals and roll-ups that agree with the ledger', async () => {
    expect(await verify(stage.hub)).toEqual([]);
  });
});
