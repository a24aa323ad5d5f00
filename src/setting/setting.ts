import { z } from 'zod';
import type { Setting } from './definition.ts';
import { auditKeySchema, dkimKeySchema, linkKeysSchema } from './key.ts';
import { mailAddress, toMailto } from './mail-address.ts';
import { openPgpSettings } from './openpgp.ts';
import { rangesSchema } from './range.ts';
import { relaySchema } from './relay.ts';

const host = z.string().regex(/^[a-z0-9.:-]+$/i);
const port = {
  mustBe: 'a whole number from 0 (any free port) to 65535',
  schema: z.coerce.number().int().min(0).max(65_535),
};
const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i);
const url = (protocol: RegExp) => z.url({ protocol }).transform((text) => text.replace(/\/+$/, ''));
const relayUrl =
  'a URL like smtp://user:password@host:port?starttls=required|offered|never, or smtps://…';

/** Every setting there is, in README's order. */
export const settings = {
  DATABASE_URL: {
    meaning: 'PostgreSQL to use (18 is what the tests run on)',
    mustBe: 'a PostgreSQL URL',
    example: 'postgres://semafoor:secret@db.example.nl:5432/semafoor',
    unset: 'embedded PostgreSQL under `DATA_DIR`',
    secret: true,
    schema: url(/^postgres(ql)?$/),
  },
  DATA_DIR: {
    meaning: 'directory of the embedded database and of generated secrets',
    mustBe: 'a directory',
    example: '/var/lib/semafoor',
    fallback: '.data',
    schema: z.string(),
  },
  HOST: {
    meaning: 'address that HTTP listens on',
    mustBe: 'an address or host name',
    example: '0.0.0.0',
    fallback: '127.0.0.1',
    schema: host,
  },
  PORT: {
    meaning: 'port that HTTP listens on',
    ...port,
    example: '8080',
    fallback: '8787',
  },
  PUBLIC_URL: {
    meaning: 'address under which people reach the hub; links in mail begin with it',
    mustBe: 'an http or https URL without a query',
    example: 'https://advisories.example.nl',
    unset: '`http://HOST:PORT`',
    schema: url(/^https?$/).refine((text) => !/[?#]/.test(text)),
  },
  SMTP_URL: {
    meaning:
      'mail relay; STARTTLS is required unless it says otherwise or the relay is on this machine',
    mustBe: relayUrl,
    example: 'smtp://hub:secret@relay.example.nl:587?starttls=required',
    unset: 'mail stays queued, and the log says so',
    secret: true,
    schema: relaySchema,
  },
  SMTP_FALLBACK_URL: {
    meaning: 'second relay, used while the first one does not answer',
    mustBe: relayUrl,
    example: 'smtps://hub:secret@relay2.example.nl',
    unset: 'none',
    secret: true,
    schema: relaySchema,
  },
  SMTP_CONNECTIONS: {
    meaning: 'most connections open to one relay at once',
    mustBe: 'a whole number from 1 to 100',
    example: '50',
    fallback: '10',
    schema: z.coerce.number().int().min(1).max(100),
  },
  SMTP_RATE: {
    meaning: 'most messages a second to one relay, all processes together',
    mustBe: 'a number above 0',
    example: '20',
    unset: 'no limit',
    schema: z.coerce.number().positive(),
  },
  LEASE_SECONDS: {
    meaning:
      'how long a dispatcher holds the mail it took, in seconds; so long after a dispatcher was killed its mail goes again',
    mustBe: 'a whole number from 5 to 600',
    example: '60',
    fallback: '120',
    schema: z.coerce.number().int().min(5).max(600),
  },
  MAIL_FROM: {
    meaning: 'address that mail is from',
    mustBe: 'a bare e-mail address',
    example: 'advisories@example.nl',
    fallback: 'semafoor@localhost',
    schema: z.string().regex(mailAddress),
  },
  MAIL_RETURN_PATH_DOMAIN: {
    meaning:
      'domain that bounces and answers return to, one address per delivery; all mail for it is the hub’s',
    mustBe: 'a domain name',
    example: 'bounces.example.nl',
    unset: 'the domain of `MAIL_FROM`',
    schema: domain,
  },
  INBOUND_SMTP_PORT: {
    meaning:
      'port on which the hub takes the mail that comes back (reports, answers, unsubscriptions) from the mail server of `MAIL_RETURN_PATH_DOMAIN`',
    ...port,
    example: '2525',
    unset: 'none is taken, except by `POST /api/v1/inbound-mails`',
  },
  INBOUND_SMTP_HOST: {
    meaning: 'address that it listens on for that mail',
    mustBe: 'an address or host name',
    example: '10.0.0.5',
    fallback: '127.0.0.1',
    schema: host,
  },
  INBOUND_SMTP_PROTOCOL: {
    meaning: 'what it speaks there: `smtp`, or `lmtp` for a mail server that delivers',
    mustBe: 'smtp or lmtp',
    example: 'lmtp',
    fallback: 'smtp',
    schema: z.enum(['smtp', 'lmtp']),
  },
  DKIM_DOMAIN: {
    meaning: 'domain that signs mail; with the selector and the key, or not at all',
    mustBe: 'a domain name',
    example: 'example.nl',
    unset: 'mail is not signed',
    schema: domain,
  },
  DKIM_SELECTOR: {
    meaning: 'selector of the DKIM key in DNS',
    mustBe: 'a DNS label',
    example: 'hub2026',
    unset: 'mail is not signed',
    schema: domain,
  },
  DKIM_KEY: {
    meaning: 'private key of DKIM',
    mustBe: 'a private key (RSA or Ed25519) in PEM',
    example: '-----BEGIN PRIVATE KEY-----…',
    unset: 'mail is not signed',
    secret: true,
    schema: dkimKeySchema,
  },
  ...openPgpSettings,
  TELEGRAM_TOKEN: {
    meaning: 'token of the Telegram bot, as BotFather gave it',
    mustBe: 'a bot token like 123456:ABC-DEF',
    example: '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
    unset: 'what goes by Telegram stays queued',
    secret: true,
    schema: z.string().regex(/^\d{1,20}:[A-Za-z0-9_-]{1,100}$/),
  },
  TELEGRAM_API_ROOT: {
    meaning: "where Telegram's Bot API answers; another one for tests, or a server of one's own",
    mustBe: 'an http or https URL',
    example: 'http://127.0.0.1:8081',
    fallback: 'https://api.telegram.org',
    schema: url(/^https?$/),
  },
  TELEGRAM_WEBHOOK_SECRET: {
    meaning:
      'secret by which the hub knows that it is Telegram that calls `PUBLIC_URL/telegram/updates`; set, the bot takes what people write there',
    mustBe: '16 to 256 letters, digits, hyphens or underscores',
    example: '<openssl rand -hex 32>',
    unset: 'a hub on Node asks Telegram by itself; one on Workers takes nothing',
    secret: true,
    schema: z.string().regex(/^[A-Za-z0-9_-]{16,256}$/),
  },
  TELEGRAM_BOT_NAME: {
    meaning: 'name of the Telegram bot, to which pages lead people',
    mustBe: 'the name of a bot without @, which ends in bot',
    example: 'ncsc_adviezen_bot',
    unset: 'no page speaks of the bot',
    schema: z.string().regex(/^[A-Za-z]\w{1,28}bot$/i),
  },
  WEBHOOK_ALLOW: {
    meaning:
      'addresses and ranges beside the public internet that webhooks may go to, and by plain http too; for an intranet or a test',
    mustBe: 'a list of IP addresses and CIDR ranges with commas between',
    example: '10.20.0.0/16,fd00:20::/32',
    unset: 'the public internet alone, by https',
    schema: rangesSchema,
  },
  WEBSUB_ALLOW: {
    meaning:
      'addresses and ranges that are not public and on which anybody may yet subscribe to feeds by WebSub',
    mustBe: 'a list of IP addresses and CIDR ranges',
    example: '10.20.0.0/16,fd00:1::/32',
    unset: 'none: what is private, loopback or link-local is never connected to',
    schema: rangesSchema,
  },
  LINK_KEYS: {
    meaning:
      'keys of links in mail, sessions and second factors: the first signs and encrypts, all verify',
    mustBe: 'a list id:base64,id:base64 of 32-byte keys with different ids',
    example: 'k2:<32 bytes in base64>,k1:<32 bytes in base64>',
    unset: 'generated once with the embedded database, else required',
    required: true,
    secret: true,
    schema: linkKeysSchema,
  },
  AUDIT_KEY: {
    meaning: 'key that signs the head of the audit trail',
    mustBe: 'an Ed25519 private key (PKCS#8), as PEM or base64',
    example: '<openssl genpkey -algorithm ed25519>',
    unset: 'generated once with the embedded database, else required',
    required: true,
    secret: true,
    schema: auditKeySchema,
  },
  METRICS_TOKEN: {
    meaning: 'token with which Prometheus may read `/metrics`',
    mustBe: 'at least 20 letters, digits, dashes or underscores',
    example: '<openssl rand -hex 32>',
    unset: '`/metrics` is not there',
    secret: true,
    schema: z.string().regex(/^[\w-]{20,}$/),
  },
  METRICS_PORT: {
    meaning: 'port on which `dispatch` answers `/metrics`, at `HOST`; `serve` does it on `PORT`',
    ...port,
    example: '9464',
    unset: '`dispatch` answers nothing by HTTP',
  },
  LOG_LEVEL: {
    meaning: 'least serious log line that is written',
    mustBe: 'fatal, error, warn, info, debug, trace or silent',
    example: 'debug',
    fallback: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
  CSIRT_NAME: {
    meaning: 'name of the CSIRT, as readers see it',
    mustBe: 'a name of at most 80 characters on one line',
    example: 'Nationaal Cyber Security Centrum',
    fallback: 'NCSC',
    schema: z.string().regex(/^[^\r\n<>"]{1,80}$/),
  },
  TRACKING_PREFIX: {
    meaning: 'what tracking ids begin with (`NCSC-2019-0979`)',
    mustBe: '2 to 16 capitals, digits or hyphens, a capital first',
    example: 'CSIRT-DSP',
    fallback: 'NCSC',
    schema: z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/),
  },
  CSAF_PUBLISHER_NAMESPACE: {
    meaning:
      'namespace of the CSIRT as publisher in CSAF; an imported document that bears it is its own',
    mustBe: 'an http or https URL',
    example: 'https://www.example.nl',
    unset: '`PUBLIC_URL`',
    schema: url(/^https?$/),
  },
  SECURITY_CONTACT: {
    meaning: 'whom `security.txt` names for who finds a flaw in the hub itself',
    mustBe: 'a bare e-mail address or an https URL',
    example: 'security@example.nl',
    unset: '`MAIL_FROM`',
    schema: z.union([
      z.string().regex(mailAddress).transform(toMailto),
      z.url({ protocol: /^https$/ }),
    ]),
  },
} satisfies Record<string, Setting>;

export type Name = keyof typeof settings;
/** What each setting reads as. */
export type Values = { [N in Name]: z.output<(typeof settings)[N]['schema']> };
