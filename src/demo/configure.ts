import { type Config, type Environment, readConfig } from '../config.ts';
import { generateOpenPgpKey } from '../generate-openpgp-key.ts';
import { addSecrets } from '../secrets.ts';
import { choosePort } from './port.ts';
import type { World } from './world/world.ts';

const from = 'advisories@csirt.example';

/** The settings that a demo takes over. Any other would lead out of it: to another database, to a real relay. */
const kept = ['HOST', 'PORT', 'PUBLIC_URL'];

/**
 * The settings of the demo's hub, in its own directory: an adjustable clock, and nothing that leaves this machine.
 * Hub and world have to know of each other, so the world starts here, once it is known where the hub will listen.
 * @throws HubError invalid, or conflict when the port is taken
 */
export async function configure(
  environment: Environment,
  place: string,
  startWorld: (hub: string) => Promise<World>,
): Promise<{ config: Config; world: World }> {
  const given = Object.entries(environment).filter(([name]) => kept.includes(name));
  const settings = addSecrets({ ...Object.fromEntries(given), DATA_DIR: place });
  const { host, port: wished } = readConfig(settings);
  const port = await choosePort(host, wished);
  const world = await startWorld(`http://${reachable(host)}:${port}`);
  const config = readConfig({
    ...settings,
    PORT: String(port),
    SMTP_URL: `smtp://127.0.0.1:${world.port}`,
    MAIL_FROM: from,
    TELEGRAM_TOKEN: '1:demo',
    TELEGRAM_API_ROOT: world.telegram,
    WEBHOOK_ALLOW: '127.0.0.1',
    OPENPGP_KEY: await generateOpenPgpKey({ name: 'The CSIRT of the demo', email: from }),
    // Public mail that is signed bears nobody's own way out, and the demo's readers leave by theirs.
    OPENPGP_SIGN_MAIL: 'no',
  });
  return { config: { ...config, clock: 'adjustable' }, world };
}

/** Where this machine itself reaches a hub that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
