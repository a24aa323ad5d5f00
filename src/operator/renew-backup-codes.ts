import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { confirmPassword } from './confirm-password.ts';
import type { Operator } from './operator.ts';
import { seal } from './sealed.ts';
import { inventBackupCodes } from './totp.ts';

/** Makes new backup codes, shown this once; the old ones end. @throws HubError invalid at `current` | too_many */
export async function renewBackupCodes(
  hub: Hub,
  operator: Operator,
  asked: { current: string; client: string },
): Promise<string[]> {
  await confirmPassword(hub, operator, asked);
  const codes = inventBackupCodes();
  const sealed = await seal(hub, JSON.stringify(codes));
  await hub.sql.begin(async (sql) => {
    await sql`UPDATE two_factors SET backup_codes = ${sealed} WHERE operator_id = ${operator.id}`;
    const whose = `operator:${operator.id}`;
    await record(sql, {
      actor: whose,
      action: 'renew backup codes',
      object: whose,
      origin: 'console',
    });
  });
  return codes;
}
