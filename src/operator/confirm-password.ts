import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';
import { countAttempt, forgive } from './count-attempt.ts';
import type { Operator } from './operator.ts';
import { longest } from './password.ts';
import { recordFailure } from './record-failure.ts';

/**
 * Asks for the password once more, before something that a borrowed browser should not do.
 * @throws HubError invalid at `current` | too_many
 */
export async function confirmPassword(
  hub: Hub,
  operator: Operator,
  { current, client }: { current: string; client: string },
): Promise<void> {
  const { email } = operator;
  const failures = await countAttempt(hub, { email, client });
  const [account] = await hub.sql<{ password: string }[]>`
    SELECT password FROM accounts WHERE operator_id = ${operator.id}`;
  const { password } = await authOf(hub).$context;
  const right =
    account &&
    current.length <= longest &&
    (await password.verify({ hash: account.password, password: current }));
  if (right) return forgive(hub, { email, client }, 'one');
  await recordFailure(hub, { operator, email, failures, factor: 'password' });
  const message = 'This is not your password.';
  throw new HubError('invalid', message, [{ path: 'current', message }]);
}
