import { expect, test } from 'vitest';
import { verify } from '../../src/fanout/verify.ts';
import { certificate, certificateKey } from '../channel/certificate.ts';
import { until } from '../fanout/fan-out.ts';
import { countStates } from '../fanout/ledger.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { openTestSmtp } from '../support/smtp.ts';
import { startWorker } from './wrangler.ts';

// The submission port that most relays have, as workerd meets it: plain at first, then TLS, then a password.

const providers = 40;
const password = 'gé:heim/';
/** In ms: bundling and workerd share this machine with whatever else runs. */
const patience = 240_000;

/** A relay with a password, and who sent what to it; without `tls` somebody between took STARTTLS out of its offer. */
async function openRelay({ tls }: { tls: boolean }) {
  const heard: unknown[] = [];
  const smtp = await openTestSmtp({
    ...(tls ? { cert: certificate, key: certificateKey, disabledCommands: [] } : {}),
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password: given }, { secure }, callback) {
      heard.push({ given, secure });
      callback(given === password ? null : new Error('Wrong'), { user: username });
    },
  });
  const account = `semafoor:${encodeURIComponent(password)}`;
  const url = `smtp://${account}@localhost:${smtp.relay.port}?starttls=required`;
  return { smtp, heard, url };
}

/** A Worker that is to reach all providers over these relays. */
async function start(relays: { url: string }[], trust?: { authority: string | null }) {
  const hub = await openTestHub();
  const [first, second] = relays.map(({ url }) => url);
  const worker = await startWorker(hub, { SMTP_URL: first, SMTP_FALLBACK_URL: second }, trust);
  await addProviders(hub.sql, providers);
  await publishFixture(hub.sql, { to: ['providers'] });
  await worker.tick();
  return { hub, worker };
}

test(
  'mail leaves by STARTTLS and with a password, and a relay that offers no TLS hears of neither',
  async () => {
    const [stripped, relay] = [await openRelay({ tls: false }), await openRelay({ tls: true })];
    const { hub, worker } = await start([stripped, relay]);
    await until(async () => {
      const states = await countStates(hub);
      if (states.sent !== providers)
        throw new Error(`${JSON.stringify(states)}: ${await worker.log()}`);
    });
    expect(relay.smtp.messages).toHaveLength(providers);
    expect(relay.heard).toContainEqual({ given: password, secure: true });
    expect(relay.heard).not.toContainEqual(expect.objectContaining({ secure: false }));
    expect([stripped.heard, stripped.smtp.messages]).toEqual([[], []]);
    expect(await verify(hub)).toEqual([]);
  },
  patience,
);

test(
  'a relay whose certificate nobody vouches for gets nothing, and all of it waits',
  async () => {
    const relay = await openRelay({ tls: true });
    const { hub, worker } = await start([relay], { authority: null });
    await until(async () => expect(await worker.log()).toContain('the relay cannot be used'));
    expect([relay.heard, relay.smtp.messages]).toEqual([[], []]);
    const states = await countStates(hub);
    expect((states.queued ?? 0) + (states.sending ?? 0)).toBe(providers);
  },
  patience,
);
