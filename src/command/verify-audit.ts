import { verifyAudit } from '../audit/verify.ts';
import type { Config } from '../config.ts';
import { exitCodes } from './exit-code.ts';
import { answer, withHub } from './run.ts';

/** Verifies the audit trail and prints every finding; sets exit code 1 when there is one. */
export async function verifyAuditTrail(
  config: Config,
  { head: known, ...options }: { head?: string; json?: boolean },
): Promise<void> {
  await withHub(config, async (hub) => {
    const verified = await verifyAudit(hub, known === undefined ? {} : { head: known });
    const { findings, more, entries, unchained, head } = verified;
    answer(verified, options, [
      ...findings.map(({ path, message }) => `${path}: ${message}`),
      ...(more > 0 ? [`… and ${more} more of the same kind.`] : []),
      `${entries} entries verified, ${unchained} not linked yet, ${findings.length + more} findings.`,
      ...(head ? [`head ${head}`] : []),
    ]);
    if (findings.length > 0) process.exitCode = exitCodes.refused;
  });
}
