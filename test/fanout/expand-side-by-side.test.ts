import { expect, test } from 'vitest';
import { expandNext } from '../../src/fanout/expand.ts';
import { verify } from '../../src/fanout/verify.ts';
import { addProviders, addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

test('processes that expand at the same moment neither wait for nor trip over each other', async () => {
  const hub = await openTestHub();
  await addReaders(hub.sql, 30);
  await addProviders(hub.sql, 30, { addressesEach: 2 });
  for (let round = 0; round < 15; round++) {
    await publishFixture(hub.sql, { to: ['providers', 'readers'] });
    const counts = await Promise.all(Array.from({ length: 8 }, () => expandNext(hub)));
    expect(counts.filter((count) => count !== null)).toEqual([90]);
  }
  const [deliveries] = await hub.sql`SELECT count(*) FROM deliveries`;
  expect(deliveries?.count).toBe(15 * 90);
  expect(await verify(hub)).toEqual([]);
});
