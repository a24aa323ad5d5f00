import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import postgres from 'postgres';
import type { Config, Telegram } from '../config.ts';
import type { Relay } from '../setting/relay.ts';

/** Whether something that the settings name answers, in words without a secret. */
export type Reached = { what: string; ok: boolean; said: string };

/** How long something may take to answer, in seconds. */
const patience = 5;

/** Connects as the settings say and asks for the version, nothing more. */
export async function reachDatabase({ databaseUrl, dataDirectory }: Config): Promise<Reached> {
  if (!databaseUrl)
    return {
      what: 'database',
      ok: true,
      said: `the embedded one under ${dataDirectory}; it starts with the hub`,
    };
  const { host, pathname } = new URL(databaseUrl);
  const what = `database ${host}${pathname}`;
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: patience, onnotice: () => {} });
  try {
    const [row] = await sql<
      [{ version: string }]
    >`SELECT current_setting('server_version') AS version`;
    return { what, ok: true, said: `PostgreSQL ${row.version}` };
  } catch (error) {
    return { what, ok: false, said: reasonOf(error) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Opens a connection and closes it again: nothing is said, nothing is sent. */
export function reachRelay({ host, port, secure }: Relay): Promise<Reached> {
  const what = `relay ${host}:${port}`;
  return new Promise((resolve) => {
    const end = (ok: boolean, said: string) => {
      socket.destroy();
      resolve({ what, ok, said });
    };
    const socket = secure
      ? connectTls({ host, port, servername: host }, () => end(true, 'it accepts TLS connections'))
      : connectTcp({ host, port }, () => end(true, 'it accepts connections'));
    socket.setTimeout(patience * 1000, () => end(false, `no answer within ${patience} s`));
    socket.once('error', (error) => end(false, reasonOf(error)));
  });
}

export const telegramHost = ({ apiRoot }: Telegram) => new URL(apiRoot).host;

const words: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name cannot be looked up',
  ETIMEDOUT: 'no answer',
  CONNECT_TIMEOUT: 'no answer',
  EHOSTUNREACH: 'no way leads there',
  '28P01': 'the password is wrong',
  '28000': 'this user may not come in',
  '3D000': 'there is no such database',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by anyone we trust',
};

function reasonOf(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? 'no reason given');
  return words[code] ? `${words[code]} (${code})` : code;
}
