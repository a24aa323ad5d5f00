import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Language } from './language.ts';
import { listUnready } from './list-unready.ts';
import { nameOf, type Version } from './version.ts';

/**
 * Lets a version through in which nothing is left to change, against what stands published now.
 * @throws HubError invalid, with all findings
 */
export async function requireReady(sql: Sql, version: Version, language: Language): Promise<void> {
  const findings = await listUnready(sql, version, language);
  if (findings.length === 0) return;
  const where = findings.map(({ path }) => path).join(', ');
  throw new HubError('invalid', `${nameOf(version)} is not ready; change ${where}.`, findings);
}
