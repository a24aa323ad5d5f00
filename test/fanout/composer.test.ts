import { expect, test } from 'vitest';
import type { Claimed } from '../../src/fanout/claim.ts';
import { createComposer } from '../../src/fanout/composer.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { outcomeOf } from '../../src/fanout/outcome.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { createTestChannel } from '../support/test-channel.ts';
import { links } from './fan-out.ts';
import { claimSome } from './ledger.ts';

test('that the database goes away before a letter is composed costs nobody an attempt', async () => {
  const hub = await openTestHub();
  const channel = createTestChannel();
  await addReaders(hub.sql, 1);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  const [delivery] = (await claimSome(hub, 1)) as [Claimed];
  await hub.sql.end();
  const error = await createComposer(hub, links)(channel, delivery, 1000).catch((error) => error);
  expect(outcomeOf(delivery, { error })).toMatchObject({
    state: 'queued',
    released: true,
    inDoubt: false,
  });
  expect(channel.begun).toEqual([]);
});
