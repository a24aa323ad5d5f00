import { expect, test } from 'vitest';
import type { Relay } from '../../src/channel/email/relay.ts';
import { certificate } from '../channel/certificate.ts';
import { exampleLetter, relayAt } from '../channel/example.ts';
import { reachesInternationalAddresses } from '../channel/international.ts';
import { openPost, states } from '../channel/post.ts';
import { until } from '../fanout/fan-out.ts';
import { startAuthentication } from './dovecot-auth.ts';
import { offersTls, type Postfix, startPostfix } from './postfix.ts';

// The server that most relays run, as the hub meets it: what is pipelined, secured and signed in for must be so there.

const letter = { ...exampleLetter, text: 'Een tekst.\n.\nNa een punt.\n' };

const password = 'gé:heim';
const account = { user: 'semafoor', pass: password };
const secured = { ignoreTls: false, requireTls: true, ca: certificate };

/** Sends a message to each of these names over one connection. */
const sendAll = ({ port }: Postfix, relay: Partial<Relay>, names: string[]) =>
  openPost({ relays: [relayAt(port, relay)], connections: 1 }, letter).sendAll(names, 30_000);

const names = Array.from({ length: 40 }, (_, n) => `karim${n}`);
const keyOf = (message: string) => /^Message-ID: <(.+?)@/m.exec(message)?.[1];

test.each<[string, () => Promise<Postfix>, Partial<Relay>]>([
  ['in the clear', () => startPostfix(), {}],
  [
    'over STARTTLS',
    () => startPostfix({ ...offersTls, smtpd_tls_security_level: 'encrypt' }),
    secured,
  ],
  [
    'signed in over STARTTLS',
    async () =>
      startPostfix({
        ...offersTls,
        smtpd_sasl_auth_enable: 'yes',
        smtpd_sasl_type: 'dovecot',
        smtpd_sasl_path: `inet:127.0.0.1:${await startAuthentication(password)}`,
        smtpd_tls_auth_only: 'yes',
        smtpd_relay_restrictions: 'permit_sasl_authenticated,reject',
        smtpd_recipient_restrictions: 'permit_sasl_authenticated,reject',
      }),
    { ...secured, ...account },
  ],
])('forty messages arrive once each, whole, in one session: %s', async (_name, start, relay) => {
  const postfix = await start();
  const sent = await sendAll(postfix, relay, names);
  expect(sent).toEqual(
    names.map(() => ({
      status: 'fulfilled',
      value: { detail: expect.stringMatching(/^250 2\.0\.0 Ok: queued as/) },
    })),
  );
  const delivered = await until(() => {
    expect(postfix.delivered()).toHaveLength(names.length);
    return postfix.delivered();
  });
  expect(new Set((delivered as string[]).map(keyOf)).size).toBe(names.length);
  for (const message of delivered as string[]) {
    expect(message).toMatch(/^Return-Path: <bounce\+\d+\.abcdefghij@terug\.example\.nl>/m);
    expect(message).toContain('\n.\nNa een punt.');
  }
  expect(postfix.log()).not.toMatch(
    /improper command pipelining|lost connection|smtpd\[\d+\]: warning:/,
  );
  expect(postfix.log().match(/smtpd\[\d+\]: connect from/g)).toHaveLength(2); // one of them asked whether it is up
});

test('a refused recipient in the middle costs nobody else anything, and its words come back without the address', async () => {
  const postfix = await startPostfix({
    smtpd_recipient_restrictions: 'check_recipient_access inline:{otto@example.org=REJECT},permit',
  });
  const sent = await sendAll(postfix, {}, ['karim', 'otto', 'eline']);
  expect(states(sent)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(sent[1]).toMatchObject({ reason: { permanent: true, inDoubt: false } });
  expect(String((sent[1] as PromiseRejectedResult).reason)).not.toContain('otto');
  await until(() => expect(postfix.delivered()).toHaveLength(2));
  expect(postfix.log()).not.toMatch(/improper command pipelining/);
});

reachesInternationalAddresses(async ({ offered }) => {
  const postfix = await startPostfix({ smtputf8_enable: offered ? 'yes' : 'no' });
  return {
    relay: relayAt(postfix.port),
    taken: async (count) => {
      await until(() => expect(postfix.delivered()).toHaveLength(count));
      return postfix.delivered().map((message) => Buffer.from(message, 'latin1'));
    },
  };
});

test('a message that is larger than it takes is refused before it travels', async () => {
  const postfix = await startPostfix({ message_size_limit: '600' });
  const [sent] = await sendAll(postfix, {}, ['karim']);
  expect(sent).toMatchObject({ status: 'rejected', reason: { permanent: true } });
  expect(postfix.log()).not.toMatch(/cleanup/);
});

test('a wrong password says nothing of the recipient', async () => {
  const postfix = await startPostfix({
    ...offersTls,
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'dovecot',
    smtpd_sasl_path: `inet:127.0.0.1:${await startAuthentication(password)}`,
  });
  const [sent] = await sendAll(postfix, { ...secured, ...account, pass: 'x' }, ['karim']);
  expect(sent).toMatchObject({ status: 'rejected', reason: { permanent: false, relay: true } });
});
