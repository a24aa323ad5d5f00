import { Hono } from 'hono';
import { endSession } from '../../../operator/end-session.ts';
import { revokeKey } from '../../../operator/revoke-key.ts';
import type { CallerEnv } from '../../caller.ts';
import { idOf } from '../id.ts';
import { showAccount, takeKey } from './account.tsx';
import {
  showBackupCodes,
  showPassword,
  showSecondFactor,
  takeBackupCodes,
  takePassword,
  takeSecondFactor,
} from './sign-in.tsx';

/** `/console/account`: one's own sessions, second factor, password and keys. */
export const accountRoutes = new Hono<CallerEnv>()
  .get('/console/account', showAccount)
  .post('/console/account/keys', takeKey)
  .post('/console/account/keys/:id/revoke', async (c) => {
    const keyId = idOf(c.req.param('id'));
    await revokeKey(c.get('hub'), { keyId, operatorId: c.get('caller').operator.id });
    return c.redirect('/console/account?done=revoked', 303);
  })
  .post('/console/account/sessions/:id/end', async (c) => {
    const sessionId = idOf(c.req.param('id'));
    await endSession(c.get('hub'), { sessionId, operatorId: c.get('caller').operator.id });
    return c.redirect('/console/account?done=revoked', 303);
  })
  .get('/console/account/password', showPassword)
  .post('/console/account/password', takePassword)
  .get('/console/account/second-factor', showSecondFactor)
  .post('/console/account/second-factor', takeSecondFactor)
  .get('/console/account/backup-codes', showBackupCodes)
  .post('/console/account/backup-codes', takeBackupCodes);
