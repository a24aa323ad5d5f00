import type { Context } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { AddressPage } from '../../../../templates/console/operators/address-page.tsx';
import { OperatorPage } from '../../../../templates/console/operators/operator-page.tsx';
import { HubError } from '../../../errors.ts';
import { disableOperator, enableOperator } from '../../../operator/disable-operator.ts';
import { endSession } from '../../../operator/end-session.ts';
import { issueRecovery } from '../../../operator/issue-recovery.ts';
import { listKeys } from '../../../operator/list-keys.ts';
import { listOperators } from '../../../operator/list-operators.ts';
import { listSessions } from '../../../operator/list-sessions.ts';
import { findOperator } from '../../../operator/operator.ts';
import { requestRoles } from '../../../operator/request-roles.ts';
import { revokeKey } from '../../../operator/revoke-key.ts';
import { roles } from '../../../operator/role.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { inWords } from '../in-words.ts';
import { many } from '../input.ts';

type OfOne = Context<CallerEnv, '/:id'>;
type BelowOne = Context<CallerEnv, '/:id/:below'>;

const accountOf = ({ req }: OfOne | BelowOne) => idOf(req.param('id') ?? '');
const asked = (c: OfOne) => ({ accountId: accountOf(c), operatorId: c.get('caller').operator.id });
const back = (c: OfOne | BelowOne, done: string) =>
  c.redirect(`/console/operators/${accountOf(c)}?done=${done}`, 303);

/** GET `/console/operators/{id}`. */
export const showOperator = async (c: OfOne) => c.html(await page(c, unsent('roles')));

/** POST `…/roles`: applied while the hub is set up, else for another administrator to decide on. */
export function takeRoles(c: OfOne) {
  return attempt(c, {
    form: 'roles',
    schema: z.object({ roles: many(z.enum(roles)) }),
    async act(typed) {
      const request = await requestRoles(c.get('hub'), { ...typed, ...asked(c) });
      const done = request ? 'recorded' : 'saved';
      return `/console/operators?done=${done}`;
    },
    again: (filled) => page(c, filled),
  });
}

/** POST `…/recovery`: shows the address to hand over, this once. */
export async function takeRecovery(c: OfOne) {
  const hub = c.get('hub');
  const url = await issueRecovery(hub, asked(c));
  const { name } = await findOperator(hub.sql, accountOf(c));
  const frame = await openFrame(c);
  return c.html(<AddressPage frame={frame} kind="recovery" name={name} url={url} />);
}

/** POST `…/disable`. */
export async function takeDisable(c: OfOne) {
  await disableOperator(c.get('hub'), asked(c));
  return back(c, 'saved');
}

/** POST `…/enable`. */
export async function takeEnable(c: OfOne) {
  await enableOperator(c.get('hub'), asked(c));
  return back(c, 'saved');
}

/** POST `…/sessions/{below}/end`. */
export async function takeEndSession(c: BelowOne) {
  const { id: operatorId } = c.get('caller').operator;
  await endSession(c.get('hub'), { sessionId: idOf(c.req.param('below')), operatorId });
  return back(c, 'revoked');
}

/** POST `…/keys/{below}/end`. */
export async function takeEndKey(c: BelowOne) {
  const { id: operatorId } = c.get('caller').operator;
  await revokeKey(c.get('hub'), { keyId: idOf(c.req.param('below')), operatorId });
  return back(c, 'revoked');
}

async function page(c: OfOne, filled: Filled) {
  const { sql } = c.get('hub');
  const id = accountOf(c);
  const operator = (await listOperators(sql)).find((one) => one.id === id);
  if (!operator) throw new HubError('not_found', `There is no operator with id ${id}.`);
  return (
    <OperatorPage
      frame={await openFrame(c)}
      filled={inWords(c.get('language'), filled)}
      operator={operator}
      sessions={await listSessions(sql, id)}
      keys={await listKeys(sql, { operatorId: id })}
    />
  );
}
