import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { limits } from './count-attempt.ts';
import type { Operator } from './operator.ts';
import { blind } from './secret.ts';

type Failed = {
  operator: Operator | null;
  email: string;
  failures: number;
  factor: 'password' | 'second factor';
};

/** Notes a sign-in that failed, and that the account is closed for a while where it did so too often. */
export async function recordFailure(
  hub: Hub,
  { operator, email, failures, factor }: Failed,
): Promise<void> {
  // An address without an account is a person's all the same: only a keyed hash of it tells two of them apart.
  const mark = blind(hub.config.linkKeys, email).toString('hex').slice(0, 12);
  const object = operator ? `operator:${operator.id}` : `unknown:${mark}`;
  const entry = { actor: 'anyone', object, result: 'refused', origin: 'console' } as const;
  await hub.sql.begin(async (sql) => {
    await record(sql, { ...entry, action: 'sign in', detail: { factor, failures } });
    if (failures >= limits.account)
      await record(sql, { ...entry, action: 'lock sign-in', detail: { failures } });
  });
}
