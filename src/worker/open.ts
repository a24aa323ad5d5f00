import { type Hub, openHub } from '../hub.ts';
import { createLog } from '../log.ts';
import type { Bindings } from './binding.ts';
import { readSettings } from './settings.ts';

/**
 * Opens the hub for one invocation, with one database client: sockets cannot outlive the invocation that opened them.
 * Whoever opens it closes it. Two connections, and four are left for mail.
 */
export function openForInvocation(env: Bindings): Promise<Hub> {
  const config = readSettings(env);
  const log = createLog(config, { write: (line) => console.log(line.trimEnd()) });
  return openHub(config, { log, connections: 2 });
}
