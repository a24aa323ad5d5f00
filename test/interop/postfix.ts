import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, chown } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate, certificateKey } from '../channel/certificate.ts';
import { until } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { freePort } from '../support/free-port.ts';

/** A real Postfix on loopback, which keeps mail for example.org in a directory. */
export type Postfix = {
  port: number;
  /** The messages that it delivered, as they lie in its mailbox. */
  delivered(): string[];
  /** Its log: what it made of each session. */
  log(): string;
};

/** Its own services and no others: taking, queueing, delivering, telling. */
const services = (port: number) => `
${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
tlsmgr unix - - n 1000? 1 tlsmgr
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
discard unix - - n - - discard
postlog unix-dgram n - n - 1 postlogd
`;

/**
 * Starts the Postfix of the system with a configuration and a queue of its own; further settings as in main.cf.
 * @throws Error when it is not installed, or when this is not root, as whom alone it starts
 */
export async function startPostfix(settings: Record<string, string> = {}): Promise<Postfix> {
  if (process.getuid?.() !== 0)
    throw new Error('Postfix starts as root alone: run this test as root.');
  const daemons = ask('postconf', ['-d', '-h', 'daemon_directory']);
  const directory = mkdtempSync(join(tmpdir(), 'semafoor-postfix-'));
  await chmod(directory, 0o755);
  const port = await freePort();
  const owner = Number(ask('id', ['-u', 'postfix']));
  for (const name of ['queue', 'data', 'mail']) mkdirSync(join(directory, name));
  for (const name of ['data', 'mail']) await chown(join(directory, name), owner, owner);
  writeFileSync(join(directory, 'certificate.pem'), `${certificateKey}\n${certificate}\n`, {
    mode: 0o600,
  });
  writeFileSync(join(directory, 'master.cf'), services(port));
  writeFileSync(
    join(directory, 'main.cf'),
    Object.entries({ ...basic(directory, owner), ...settings })
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  );
  ask('postfix', ['-c', directory, 'check']);
  const master = spawn(join(daemons, 'master'), ['-c', directory, '-d'], { stdio: 'ignore' });
  const ended = once(master, 'exit');
  const log = () => read(join(directory, 'log'));
  atEnd(async () => {
    master.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true });
  });
  await until(async () => {
    if (master.exitCode !== null)
      throw new Error(`Postfix ended with ${master.exitCode}: ${log()}`);
    await greeting(port);
  });
  const delivered = () =>
    globSync(join(directory, 'mail/all/new/*')).map((file) => readFileSync(file, 'latin1'));
  return { port, delivered, log };
}

const basic = (directory: string, owner: number) => ({
  compatibility_level: '3.6',
  queue_directory: join(directory, 'queue'),
  data_directory: join(directory, 'data'),
  maillog_file: join(directory, 'log'),
  maillog_file_prefixes: tmpdir(),
  myhostname: 'mx.example.nl',
  inet_interfaces: '127.0.0.1',
  inet_protocols: 'ipv4',
  mydestination: '',
  // Reports of success go nowhere.
  default_transport: 'discard',
  mynetworks: '',
  alias_maps: '',
  smtpd_relay_restrictions: 'reject_unauth_destination',
  virtual_mailbox_domains: 'example.org',
  virtual_mailbox_base: join(directory, 'mail'),
  virtual_mailbox_maps: 'static:all/',
  virtual_uid_maps: `static:${owner}`,
  virtual_gid_maps: `static:${owner}`,
  virtual_minimum_uid: '1',
});

/** What makes it offer STARTTLS, with the certificate that tests know. */
export const offersTls = {
  smtpd_tls_security_level: 'may',
  smtpd_tls_chain_files: '$config_directory/certificate.pem',
};

function ask(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } catch (error) {
    throw new Error(`${program} is needed here: it comes with Debian’s postfix`, { cause: error });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function greeting(port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect(port, '127.0.0.1');
  socket.once('data', () => socket.end('QUIT\r\n', resolve)).once('error', reject);
  return promise;
}
