import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { chain } from '../../../../src/audit/chain.ts';
import { record } from '../../../../src/audit.ts';
import { createApp } from '../../../../src/http/app.tsx';
import { tamper } from '../../../audit/tamper.ts';
import { createOperator } from '../../../support/audience.ts';
import { openTestHub } from '../../../support/hub.ts';
import { signIn } from '../../../support/sign-in.ts';
import { createVisitor } from '../../../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
type Visitor = ReturnType<typeof createVisitor>;
let ilse: Visitor;
let dewi: Visitor;
let ilseId: number;

/** 1,200 entries of the system, and three of Ilse's, one of which a spreadsheet would run. */
beforeAll(async () => {
  ilseId = await createOperator(hub, 'Ilse', ['auditor']);
  ilse = createVisitor(app, await signIn(hub, ilseId));
  dewi = createVisitor(app, await signIn(hub, await createOperator(hub, 'Dewi')));
  await tamper(hub, 'DELETE FROM audit_entries');
  await hub.sql`
    INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
    SELECT '2020-01-13T09:00:00Z'::timestamptz + n * interval '1 minute', 'system', 'settle', 'dispatch:' || n, 'ok', 'hub', '{}'
    FROM generate_series(1, 1200) AS n`;
  const actor = `operator:${ilseId}`;
  await record(hub.sql, { actor, action: 'approve', object: 'version:1', detail: { a: '<b>' } });
  await record(hub.sql, { actor, action: 'approve withdrawal', object: 'version:12' });
  await record(hub.sql, { actor: '=cmd', action: 'odd', object: 'versions' });
  await chain(hub);
});

const rowsOf = (html: string) => html.split('<tr><th scope="row">').length - 1;

test.each(['', '/entries.csv', '/entries.jsonl'])(
  'audit%s is for auditors and administrators',
  async (rest) => {
    expect((await dewi.open(`/console/audit${rest}`)).status).toBe(403);
    expect((await ilse.open(`/console/audit${rest}`)).status).toBe(200);
  },
);

describe('entries', () => {
  test('are paged, the newest first, with the name of who did it', async () => {
    const first = await ilse.open('/console/audit');
    expect(rowsOf(first.html)).toBe(100);
    expect(first.html).toMatch(/Ilse<br\/?><code>operator:/);
    expect(first.html).toContain('&lt;b&gt;');
    const [, older = ''] = /href="([^"]*before=\d+)"/.exec(first.html) ?? [];
    const second = await ilse.open(older.replaceAll('&amp;', '&'));
    expect(rowsOf(second.html)).toBe(100);
    expect(second.html).not.toContain('<td>approve');
  });

  test.each([
    ['actor=ils', 2],
    ['actor=operator%3A999', 0],
    ['action=approve', 2],
    ['object=version', 2],
    ['object=version%3A1', 1],
    ['action=%25', 0],
    ['from=2020-01-13T10%3A30&to=2020-01-13T10%3A35', 5],
    ['from=yesterday&before=x&object=version%3A1', 1],
  ])('are found by %s', async (query, count) => {
    const { html } = await ilse.open(`/console/audit?${query}`);
    expect(rowsOf(html)).toBe(count);
  });

  test('go out as CSV and JSON Lines, all of them, safe to open', async () => {
    const csv = await ilse.open('/console/audit/entries.csv');
    const rows = parse(csv.html, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1203);
    expect(rows[0]?.actor).toBe("'=cmd");
    const lines = (await ilse.open('/console/audit/entries.jsonl?object=version')).html
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).action)).toEqual(['approve withdrawal', 'approve']);
  });
});

describe('verification', () => {
  test('says that the chain is intact, and to where', async () => {
    const page = await ilse.open('/console/audit');
    expect(page.html).toContain('1203 entries, all in the chain.');
    const done = await ilse.send(page, 'verify', {});
    expect(done.html).toContain('The chain is intact: 1203 entries recomputed.');
    const [, head = ''] = /<code>(1203:[0-9a-f]{64})<\/code>/.exec(done.html) ?? [];
    expect((await ilse.send(page, 'verify', { head })).html).toContain('intact');
    const wrong = await ilse.send(page, 'verify', { head: 'nonsense' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('verify-head-error');
    expect(wrong.html).toContain('value="nonsense"');
  });

  test('is loud about an entry that somebody changed', async () => {
    await tamper(hub, `UPDATE audit_entries SET result = 'ok?' WHERE position = 700`);
    const found = await ilse.send(await ilse.open('/console/audit'), 'verify', {});
    expect(found.html).toMatch(/class="loud".*The chain is broken.*position 700/s);
  });
});
