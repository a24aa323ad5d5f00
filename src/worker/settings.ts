import { type Config, type Environment, readConfig } from '../config.ts';
import { HubError } from '../errors.ts';
import type { Bindings } from './binding.ts';

/** Workers have six connections out, and the database takes two of them. */
const mostSockets = 4;

let known: { bindings: string; config: Config } | undefined;

/**
 * The settings of a Worker: its variables and secrets, read as Node reads its environment, and the database that
 * Hyperdrive leads to. Read once, since several things are kept per Config.
 * @throws HubError invalid, with a finding per wrong or missing setting
 */
export function readSettings(env: Bindings): Config {
  const texts = Object.entries(env).filter(([, value]) => typeof value === 'string');
  const settings = { ...Object.fromEntries(texts), DATABASE_URL: env.HYPERDRIVE.connectionString };
  const bindings = JSON.stringify(settings);
  if (known?.bindings !== bindings) known = { bindings, config: configOf(settings) };
  return known.config;
}

function configOf(settings: Environment): Config {
  const config = readConfig(settings);
  requireReachable(settings, config);
  return {
    ...config,
    mail: { ...config.mail, connections: Math.min(config.mail.connections, mostSockets) },
  };
}

/** What a hub on a machine may leave out or use, and one on Workers may not. */
function requireReachable(settings: Environment, { mail }: Config): void {
  const findings = [];
  if (!settings.PUBLIC_URL)
    findings.push({
      path: 'PUBLIC_URL',
      message: 'is missing: a Worker does not know its address',
    });
  if (mail.relays.some(({ port }) => port === 25))
    findings.push({
      path: 'SMTP_URL',
      message: 'must name port 587 or 465: Workers cannot use 25',
    });
  if (findings.length === 0) return;
  const list = findings.map(({ path, message }) => `${path} ${message}`).join('; ');
  throw new HubError('invalid', `The hub cannot run with these settings: ${list}`, findings);
}
