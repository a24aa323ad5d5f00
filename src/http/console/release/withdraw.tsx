import type { Context } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { WithdrawPage } from '../../../../templates/console/release/withdraw-page.tsx';
import { findWithdrawal } from '../../../advisory/find-withdrawal.ts';
import { withdraw } from '../../../advisory/withdraw.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { refusedHere } from './approval-form.ts';
import { findAsked } from './version.ts';

const text = z.string().trim().min(1).max(10_000);
const schema = z.object({ statement: z.object({ nl: text, en: text }) });

/** Where somebody asks for a withdrawal, or sees that it waits for an approval. */
export async function renderWithdraw(c: Context<CallerEnv>, filled: Filled = unsent('withdraw')) {
  const version = await findAsked(c);
  return (
    <WithdrawPage
      frame={await openFrame(c)}
      version={version}
      asked={await findWithdrawal(c.get('hub').sql, version.id)}
      filled={filled}
    />
  );
}

/** Asks for it. */
export const withdrawVersion = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'withdraw',
    schema,
    again: (filled) => renderWithdraw(c, filled),
    async act({ statement }) {
      const { id: versionId } = await findAsked(c);
      const operatorId = c.get('caller').operator.id;
      await refusedHere(withdraw(c.get('hub'), { versionId, statement, operatorId }));
      return `/console/versions/${versionId}/withdraw?done=withdrawn`;
    },
  });
