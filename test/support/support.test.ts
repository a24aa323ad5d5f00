import { get } from 'node:http';
import { HttpResponse, http } from 'msw/http';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { pushClock } from '../../src/clock.ts';
import { openTestHub } from './hub.ts';
import { outside, strangers } from './outside.ts';
import { openTestSmtp } from './smtp.ts';

const shared = await openTestHub();

describe('a test hub', () => {
  test('outlives the test when it was opened outside one', async () => {
    expect(await shared.now()).toBeInstanceOf(Date);
  });

  test('has an empty database of its own', async () => {
    const hub = await openTestHub();
    const [row] =
      await hub.sql`SELECT count(*) AS count, current_database() AS name FROM audit_entries`;
    const [other] = await shared.sql`SELECT current_database() AS name`;
    expect(row?.count).toBe(0);
    expect(row?.name).not.toBe(other?.name);
  });
});

describe('the clock', () => {
  test('runs on from where it was pushed', async () => {
    const hub = await openTestHub();
    await pushClock(hub, { to: new Date('2020-01-18T12:00:00Z') });
    const now = await hub.now();
    expect(now.toISOString()).toMatch(/^2020-01-18T12:0/);
    expect((await hub.now()).getTime()).toBeGreaterThanOrEqual(now.getTime());
  });

  test('is not pushed while a relay could carry its date away', async () => {
    const { relay } = await openTestSmtp();
    const hub = await openTestHub({ mail: { relays: [{ ...relay, host: 'relay.example.nl' }] } });
    await expect(pushClock(hub, { to: new Date() })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      pushClock({ ...hub, config: { ...hub.config, clock: 'real' } }, { to: new Date() }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the SMTP server', () => {
  const send = (relay: { host: string; port: number }, to: string) =>
    createTransport({ host: relay.host, port: relay.port, ignoreTLS: true }).sendMail({
      from: 'advisories@hub.test',
      to,
      text: 'The switch is off.',
    });

  test('keeps what it takes, and does per recipient what it is told', async () => {
    const smtp = await openTestSmtp();
    smtp.behave('karim@vital.test', { code: 451, message: 'later' }, 'accept');
    smtp.behave('gone@vital.test', { code: 550, message: 'no such user' });
    smtp.behave('cut@vital.test', 'drop before data');
    smtp.behave('doubt@vital.test', 'drop after data');
    await expect(send(smtp.relay, 'karim@vital.test')).rejects.toThrow('later');
    await send(smtp.relay, 'karim@vital.test');
    await expect(send(smtp.relay, 'gone@vital.test')).rejects.toThrow('no such user');
    await expect(send(smtp.relay, 'cut@vital.test')).rejects.toThrow();
    await expect(send(smtp.relay, 'doubt@vital.test')).rejects.toThrow();
    const messages = await smtp.received(2);
    expect(messages.map(({ to, answered }) => [to, answered])).toEqual([
      ['karim@vital.test', true],
      ['doubt@vital.test', false],
    ]);
  });

  test('takes a message once the test lets it', async () => {
    const smtp = await openTestSmtp();
    const { promise, resolve } = Promise.withResolvers<void>();
    smtp.behave('*', { until: promise });
    const sending = send(smtp.relay, 'eline@hub.test');
    expect(smtp.messages).toEqual([]);
    resolve();
    await sending;
    expect(smtp.messages[0]?.raw).toContain('The switch is off.');
  });
});

describe('the world outside', () => {
  test('is an error unless a handler answers for it', async () => {
    await expect(fetch('https://example.nl/')).rejects.toThrow();
    expect(strangers.splice(0)).toEqual(['example.nl']);
    outside.use(http.get('https://example.nl/', () => HttpResponse.text('hello')));
    expect(await (await fetch('https://example.nl/')).text()).toBe('hello');
  });

  test('does not count loopback', async () => {
    const refused = new Promise((resolve) => get('http://127.0.0.1:9/').once('error', resolve));
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
