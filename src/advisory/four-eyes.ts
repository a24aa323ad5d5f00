import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import type { Consent } from './consent.ts';

type Approval = {
  operatorId: number;
  breakGlass?: string | undefined;
  consents: Consent[];
};

/**
 * Lets an approver through who is another person than `first` says (promise 6). Break-glass lets a duty officer, or
 * an approver who wrote it, through as well: with a reason, and naming at least one office that consented.
 * @throws HubError forbidden | invalid
 */
export async function requireFourEyes(
  sql: Sql,
  { operatorId, breakGlass, consents }: Approval,
  first: { isSame: boolean; did: string },
): Promise<void> {
  if (breakGlass === undefined) {
    await requireRole(sql, operatorId, ['approver']);
    if (!first.isSame) return;
    throw new HubError(
      'forbidden',
      `You ${first.did}: another approver has to look. If nobody can, break the glass, with a reason and who consented.`,
    );
  }
  const operator = await requireRole(sql, operatorId, ['approver', 'duty officer']);
  if (consents.length === 0) {
    const message = 'Name at least one office that consented, by whom and by what means.';
    throw new HubError('invalid', message, [{ path: 'consents', message }]);
  }
  if (first.isSame || !operator.roles.includes('approver')) return;
  const message = 'You are the second pair of eyes: approve without breaking the glass.';
  throw new HubError('invalid', message, [{ path: 'breakGlass', message }]);
}

/** Makes a broken glass heard beyond the audit trail. */
export function warnOfBreakGlass(hub: Hub, object: string, { operatorId, breakGlass }: Approval) {
  if (breakGlass === undefined) return;
  hub.log.warn({ object, operatorId }, 'break-glass: approved without four eyes');
}
