import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../../src/database/connect.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { claimSome } from './ledger.ts';

let hub: TestHub;

beforeEach(async () => {
  hub = await openTestHub();
  await addReaders(hub.sql, 3);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
});

const stop = (sql: Pick<TestHub, 'sql'>['sql']) =>
  sql`UPDATE dispatches SET stopped_at = hub_now(), stopped_reason = 'withdrawn: 1.00'`;

test('nothing is claimed of a dispatch that is being stopped', async () => {
  await hub.sql.begin(async (sql) => {
    await stop(sql as unknown as Client);
    expect(await claimSome(hub, 3)).toEqual([]);
  });
  expect(await claimSome(hub, 3)).toEqual([]);
});

test('stopping waits for a claim under way, so that who is told of it stands in the ledger', async () => {
  await hub.sql.begin(async (claiming) => {
    const inside = { ...hub, sql: claiming as unknown as Client };
    expect(await claimSome(inside, 1)).toHaveLength(1);
    const stopping = hub.sql.begin(async (sql) => {
      await sql`SET LOCAL lock_timeout = '100ms'`;
      await stop(sql as unknown as Client);
    });
    await expect(stopping).rejects.toMatchObject({ code: '55P03' });
  });
  await stop(hub.sql);
});
