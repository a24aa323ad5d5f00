import { expect, test } from 'vitest';
import { findRecipients } from '../../src/acknowledgement/answering.ts';
import { byIndex } from '../../src/database/by-index.ts';
import { openTestHub } from '../support/hub.ts';

test('a statement within it is planned once, however few its ids are, and outside all is as before', async () => {
  const hub = await openTestHub();
  const connection = await hub.sql.reserve();
  const ask = () => findRecipients(connection, [1]);
  for (let n = 0; n < 8; n += 1) {
    await connection`BEGIN`;
    await Promise.all([byIndex(connection), ask()]);
    await connection`COMMIT`;
  }
  const [plans] = await connection`
    SELECT generic_plans, custom_plans FROM pg_prepared_statements
    WHERE statement LIKE '%FROM deliveries d%' AND statement NOT LIKE '%pg_prepared_statements%'`; // this one is prepared too
  expect(plans).toEqual({ genericPlans: 8, customPlans: 0 });
  const [settings] = await connection`
    SELECT current_setting('plan_cache_mode') AS mode, current_setting('enable_seqscan') AS seqscan`;
  expect(settings).toEqual({ mode: 'auto', seqscan: 'on' });
  connection.release();
});
