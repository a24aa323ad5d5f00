import { expect, test } from 'vitest';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { nameOf } from '../../src/advisory/version.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { preview } from '../../src/fanout/preview.ts';
import { createApp } from '../../src/http/app.tsx';
import { openHub } from '../../src/hub.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople } from '../advisory/people.ts';
import { until } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';

const pages = ['/nl', '/en', '/feeds/nl.rss'];

test('Otto, who reloads all the time, sees it the next time; on another process a moment later', async () => {
  const hub = await openTestHub();
  const people = await hirePeople(hub);
  const other = await openHub(hub.config, { log: hub.log });
  atEnd(() => other.close());
  const [here, there] = [hub, other].map((each) => createApp(() => each));
  const read = (app: typeof here, path: string) =>
    Promise.resolve(app?.request(path)).then((response) => response?.text());
  // Twice: from then on nothing but the shelf answers.
  const reload = async () => {
    for (const path of [...pages, ...pages])
      await Promise.all([read(here, path), read(there, path)]);
  };
  const shows = async (words: string) => {
    for (const path of pages) expect(await read(here, path)).toContain(words);
    for (const path of pages)
      await until(async () => expect(await read(there, path)).toContain(words));
  };

  await reload();
  const first = await toPublication(hub, people);
  await shows(nameOf(first).split(' ')[0] as string);
  await reload();
  const statement = { nl: 'Dit klopte niet.', en: 'This was wrong.' };
  await withdraw(hub, { versionId: first.id, statement, operatorId: people.dewi });
  await reload();
  const { previewId } = await preview(hub, {
    versionId: first.id,
    operatorId: people.pieter,
    reason: 'withdrawal',
  });
  await approveWithdrawal(hub, { versionId: first.id, operatorId: people.pieter, previewId });
  for (const path of ['/nl', '/feeds/nl.rss'])
    expect((await read(here, path))?.toLowerCase()).toContain('ingetrokken');
  await until(async () => expect(await read(there, '/nl')).toContain('Ingetrokken'));
});
