import type { Config, Environment } from '../config.ts';
import { generateSecrets, hasSecrets } from '../secrets.ts';
import type { Setting } from '../setting/definition.ts';
import { type Name, settings } from '../setting/setting.ts';
import { exitCodes } from './exit-code.ts';
import { requireSigner } from './open.ts';
import { type Reached, reachDatabase, reachRelay } from './reach.ts';
import { answer } from './run.ts';
import { settle } from './settle.ts';
import { reachTelegram } from './telegram.ts';

/** A setting as it was read: its value, or for a secret only that there is one. */
export type ReadSetting = { name: string; value: string | null; from: From };
type From = 'environment' | 'file' | 'kept' | 'default' | 'made at the first start' | 'unset';

/**
 * Reports every setting and where it comes from, and tries whether the database, the relays and Telegram answer. It changes
 * nothing, starts nothing and shows no secret. Exit code 2: a setting is wrong; 3: something does not answer.
 */
export async function checkConfig(
  environment: Environment,
  options: { json?: boolean },
): Promise<void> {
  const read = list(environment);
  const config = readOrRefuse(environment);
  await requireSigner(config);
  const reached = await Promise.all([
    reachDatabase(config),
    ...config.mail.relays.map((relay) => reachRelay(relay)),
    ...(config.telegram ? [reachTelegram(config.telegram)] : []),
  ]);
  const warnings = warningsOf(config);
  answer({ settings: read, reached, warnings }, options, [
    ...read.map(({ name, value, from }) => `${name} ${value ?? '-'} (${from})`),
    ...reached.map(({ what, ok, said }) => `${what}: ${ok ? 'ok' : 'NOT REACHED'}, ${said}`),
    ...warnings.map((warning) => `note: ${warning}`),
  ]);
  if (reached.some(({ ok }: Reached) => !ok)) process.exitCode = exitCodes.away;
}

/** With keys that are thrown away where the first start will make them. */
const readOrRefuse = (environment: Environment): Config =>
  settle(willMake(environment) ? { ...generateSecrets(), ...environment } : environment);

const willMake = (environment: Environment) =>
  !environment.DATABASE_URL && !environment.DATABASE_URL_FILE && !hasSecrets(environment);

function list(environment: Environment): ReadSetting[] {
  return Object.entries<Setting>(settings).map(([name, setting]) => {
    const from = fromWhere(environment, name as Name, setting);
    const text = from === 'environment' ? environment[name] : setting.fallback;
    const isHidden = setting.secret || from === 'file' || from === 'kept';
    const value =
      isHidden && !['default', 'unset', 'made at the first start'].includes(from) ? '(set)' : text;
    return { name, value: value ?? null, from };
  });
}

function fromWhere(environment: Environment, name: Name, { fallback, required }: Setting): From {
  if (environment[`${name}_FILE`]) return 'file';
  if (environment[name]?.trim()) return 'environment';
  const isEmbedded = !environment.DATABASE_URL && !environment.DATABASE_URL_FILE;
  if (required && isEmbedded) return hasSecrets(environment) ? 'kept' : 'made at the first start';
  return fallback === undefined ? 'unset' : 'default';
}

function warningsOf(config: Config): string[] {
  const { mail, publicUrl, openpgp, telegram } = config;
  const { protocol, hostname } = new URL(publicUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...(mail.relays.length === 0 ? ['without SMTP_URL all mail stays queued.'] : []),
    ...(isLocal ? [`PUBLIC_URL is ${publicUrl}: links in mail lead nowhere else.`] : []),
    ...(protocol === 'http:' && !isLocal
      ? ['PUBLIC_URL is not https: links in mail can be read on the way.']
      : []),
    ...(mail.relays.length > 0 && !mail.dkim
      ? ['mail is not signed here (DKIM_DOMAIN): let the relay sign it.']
      : []),
    ...(telegram ? telegramWarnings(config) : ['without TELEGRAM_TOKEN nothing goes by Telegram.']),
    ...(openpgp
      ? []
      : ['without OPENPGP_KEY no CSAF document is signed: "semafoor keygen" makes one.']),
  ];
}

function telegramWarnings({ telegram, publicUrl }: Config): string[] {
  const notes: string[] = [];
  if (telegram?.webhookSecret && !publicUrl.startsWith('https:'))
    notes.push('PUBLIC_URL is not https: Telegram calls no such address.');
  if (!telegram?.webhookSecret)
    notes.push('without TELEGRAM_WEBHOOK_SECRET the bot is heard by hubs on Node alone.');
  if (!telegram?.botName) notes.push('without TELEGRAM_BOT_NAME no page leads to the bot.');
  return notes;
}
