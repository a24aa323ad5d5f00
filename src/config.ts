import { readFileSync } from 'node:fs';
import { type Finding, HubError } from './errors.ts';
import type { OpenPgpSetting } from './openpgp.ts';
import type { Setting } from './setting/definition.ts';
import { toMailto } from './setting/mail-address.ts';
import type { Relay } from './setting/relay.ts';
import { type Name, settings, type Values } from './setting/setting.ts';

export type Environment = Record<string, string | undefined>;

/** The hub's settings, read and checked once. It holds secrets: it is never logged. */
export type Config = {
  /** Undefined: the entry point starts the embedded PostgreSQL and fills it in. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  host: string;
  port: number;
  /** Without a slash at its end. */
  publicUrl: string;
  mail: Mail;
  /** Undefined: what goes by Telegram stays queued. */
  telegram: Telegram | undefined;
  /** Addresses and ranges that webhooks may go to though they are not public. */
  webhookAllow: string[];
  /** Undefined: nothing is signed by OpenPGP. `openSigner` reads it. */
  openpgp: OpenPgpSetting | undefined;
  /** Where subscribers of feeds may listen beside the public internet: addresses and CIDR ranges. */
  websubAllow: string[];
  /** How long a dispatcher holds the deliveries that it claimed. */
  leaseSeconds: number;
  /** The first signs, all of them verify. */
  linkKeys: Values['LINK_KEYS'];
  /** Ed25519; signs the head of the audit trail. */
  auditKey: Values['AUDIT_KEY'];
  /** Undefined: nobody reads `/metrics`. */
  metricsToken: string | undefined;
  /** Where `dispatch` answers `/metrics`; `serve` does it on `port`. */
  metricsPort: number | undefined;
  logLevel: Values['LOG_LEVEL'];
  csirtName: string;
  trackingPrefix: string;
  /** Whoever publishes under it in CSAF is us. */
  csafPublisherNamespace: string;
  /** A URI: whom to tell of a flaw in the hub. */
  securityContact: string;
  /** Tests and the demo make it adjustable; no setting does. */
  clock: 'real' | 'adjustable';
};

export type Telegram = {
  token: string;
  apiRoot: string;
  /** Undefined: Telegram calls nobody, a hub on Node asks it. */
  webhookSecret: string | undefined;
  /** Undefined: no page speaks of the bot. */
  botName: string | undefined;
};

export type Mail = {
  /** In order of preference; none: mail stays queued. */
  relays: Relay[];
  /** Open to one relay at once. */
  connections: number;
  /** Messages a second to one relay; undefined: no limit. */
  rate: number | undefined;
  from: string;
  returnPathDomain: string;
  /** Somebody takes the mail that comes there: answers are asked for by mail too. */
  takesReplies: boolean;
  inbound: { port: number | undefined; host: string; protocol: 'smtp' | 'lmtp' };
  dkim: { domain: string; selector: string; key: string } | undefined;
  /** By OpenPGP, where there is a key for that. */
  signed: boolean;
};

/**
 * Reads every setting from the environment; `NAME_FILE` names a file that holds it.
 * @throws HubError `invalid`, with a finding per wrong or missing setting: its name, what it must be, an example.
 */
export function readConfig(environment: Environment = process.env): Config {
  const findings: Finding[] = [];
  const read = <N extends Name>(name: N) => readSetting(name, environment, findings);
  const host = read('HOST');
  const port = read('PORT');
  const publicUrl =
    read('PUBLIC_URL') ?? `http://${host?.includes(':') ? `[${host}]` : host}:${port}`;
  const mail = readMail(read, findings);
  const config = {
    databaseUrl: read('DATABASE_URL'),
    dataDirectory: read('DATA_DIR'),
    host,
    port,
    publicUrl,
    mail,
    telegram: readTelegram(read),
    webhookAllow: read('WEBHOOK_ALLOW') ?? [],
    openpgp: readOpenPgp(read),
    websubAllow: read('WEBSUB_ALLOW') ?? [],
    leaseSeconds: read('LEASE_SECONDS'),
    linkKeys: read('LINK_KEYS'),
    auditKey: read('AUDIT_KEY'),
    metricsToken: read('METRICS_TOKEN'),
    metricsPort: read('METRICS_PORT'),
    logLevel: read('LOG_LEVEL'),
    csirtName: read('CSIRT_NAME'),
    trackingPrefix: read('TRACKING_PREFIX'),
    csafPublisherNamespace: read('CSAF_PUBLISHER_NAMESPACE') ?? publicUrl,
    securityContact: read('SECURITY_CONTACT') ?? toMailto(mail.from ?? ''),
    clock: 'real' as const,
  };
  if (config.metricsPort !== undefined && !config.metricsToken)
    findings.push({
      path: 'METRICS_PORT',
      message: 'goes with METRICS_TOKEN: set both or neither',
    });
  if (findings.length > 0) {
    const list = findings.map(({ path, message }) => `  ${path} ${message}`).join('\n');
    throw new HubError('invalid', `The hub cannot start with these settings:\n${list}`, findings);
  }
  return config as Config;
}

type Read = <N extends Name>(name: N) => Values[N] | undefined;

function readMail(read: Read, findings: Finding[]): Partial<Mail> {
  const from = read('MAIL_FROM');
  const [domain, selector, key] = [read('DKIM_DOMAIN'), read('DKIM_SELECTOR'), read('DKIM_KEY')];
  const dkim = domain && selector && key ? { domain, selector, key } : undefined;
  if (!dkim && (domain ?? selector ?? key)) {
    findings.push({
      path: 'DKIM_DOMAIN',
      message: 'goes with DKIM_SELECTOR and DKIM_KEY: set all three or none',
    });
  }
  const port = read('INBOUND_SMTP_PORT');
  const returns = read('MAIL_RETURN_PATH_DOMAIN');
  return {
    relays: [read('SMTP_URL'), read('SMTP_FALLBACK_URL')].filter((relay) => relay !== undefined),
    connections: read('SMTP_CONNECTIONS') ?? 0,
    rate: read('SMTP_RATE'),
    from: from ?? '',
    returnPathDomain: returns ?? from?.split('@')[1] ?? '',
    takesReplies: returns !== undefined || port !== undefined,
    inbound: {
      port,
      host: read('INBOUND_SMTP_HOST') ?? '',
      protocol: read('INBOUND_SMTP_PROTOCOL') ?? 'smtp',
    },
    dkim,
    signed: read('OPENPGP_SIGN_MAIL') ?? true,
  };
}

function readOpenPgp(read: Read): OpenPgpSetting | undefined {
  const [key, passphrase] = [read('OPENPGP_KEY'), read('OPENPGP_PASSPHRASE')];
  return key ? { key, passphrase } : undefined;
}

function readTelegram(read: Read): Telegram | undefined {
  const [token, apiRoot] = [read('TELEGRAM_TOKEN'), read('TELEGRAM_API_ROOT')];
  const [webhookSecret, botName] = [read('TELEGRAM_WEBHOOK_SECRET'), read('TELEGRAM_BOT_NAME')];
  return token && apiRoot ? { token, apiRoot, webhookSecret, botName } : undefined;
}

/** The setting's value; undefined where it is unset without a fallback, or wrong (then a finding says so). */
function readSetting<N extends Name>(
  name: N,
  environment: Environment,
  findings: Finding[],
): Values[N] | undefined {
  const setting: Setting = settings[name];
  const text = textOf(name, environment, findings) ?? setting.fallback;
  if (text === undefined) {
    const unread = environment[`${name}_FILE`] !== undefined;
    if (setting.required && !unread) findings.push(finding(name, `is missing: ${setting.mustBe}`));
    return undefined;
  }
  const result = setting.schema.safeParse(text);
  if (result.success) return result.data as Values[N];
  const shown = setting.secret ? '' : ` (it is "${text}")`;
  findings.push(finding(name, `must be ${setting.mustBe}${shown}`));
  return undefined;
}

function textOf(name: Name, environment: Environment, findings: Finding[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name]?.trim() || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    findings.push({
      path: `${name}_FILE`,
      message: `must name a file that can be read (it is "${file}")`,
    });
    return undefined;
  }
}

const finding = (name: Name, problem: string): Finding => ({
  path: name,
  message: `${problem}; for example ${name}=${settings[name].example}`,
});
