import { expect, test } from 'vitest';
import { createPreference } from '../../src/channel/email/preference.ts';
import type { Relay } from '../../src/channel/email/relay.ts';
import { relayAt } from './example.ts';
import { openPost } from './post.ts';
import { openScriptedRelay } from './scripted-relay.ts';

const sender = (relays: { relay: Relay }[], restMs = 60_000) =>
  openPost({ relays: relays.map(({ relay }) => relay), connections: 3, restMs }).send;

test.each(['421 4.3.2 Busy', '554 5.3.2 Closed', 'drop'])(
  'the second relay takes over when the first greets with %s, and goes on',
  async (greeting) => {
    const first = await openScriptedRelay((step) => (step === 'GREET' ? greeting : undefined));
    const second = await openScriptedRelay();
    const send = sender([first, second]);
    for (let sent = 0; sent < 3; sent += 1) await send();
    expect([first.sessions(), second.sessions()]).toEqual([1, 1]);
  },
);

test('the second relay takes over when nothing listens at the first', async () => {
  const second = await openScriptedRelay();
  await sender([{ relay: relayAt(1) }, second])();
  expect(second.sessions()).toBe(1);
});

test('a first relay that never greets leaves the second its share of the time', async () => {
  const first = await openScriptedRelay((step) => (step === 'GREET' ? 'silence' : undefined));
  const second = await openScriptedRelay();
  await sender([first, second])('karim@example.org', 1000);
  expect(second.sessions()).toBe(1);
});

test('a refused recipient is not tried at the second relay', async () => {
  const first = await openScriptedRelay((step) => (step === 'RCPT' ? '550 5.1.1 No' : undefined));
  const second = await openScriptedRelay();
  await expect(sender([first, second])()).rejects.toMatchObject({ permanent: true });
  expect(second.sessions()).toBe(0);
});

test('both relays away: nothing is said of the recipient', async () => {
  const sent = sender([{ relay: relayAt(1) }, { relay: relayAt(2) }])();
  await expect(sent).rejects.toMatchObject({ permanent: false, relay: true });
});

test('the first relay is tried again after its rest, and kept once it works', async () => {
  const first = await openScriptedRelay((step, { number }) =>
    step === 'GREET' && number === 1 ? '421 4.3.2 Busy' : undefined,
  );
  const second = await openScriptedRelay();
  const send = sender([first, second], 0);
  for (let sent = 0; sent < 3; sent += 1) await send();
  expect(first.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(2);
  expect(second.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
});

test('while one tries the first relay after its rest, the others leave it alone', () => {
  const [first, second] = [relayAt(1), relayAt(2)];
  const preference = createPreference([first, second], 60_000);
  preference.failed(first, 0);
  expect(preference.candidates(59_999)).toEqual([second, first]);
  expect(preference.candidates(60_000)).toEqual([first, second]);
  expect(preference.candidates(60_001)).toEqual([second, first]);
  preference.worked(first);
  expect(preference.candidates(60_002)).toEqual([first, second]);
});
