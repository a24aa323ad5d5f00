import type { Context } from 'hono';
import { z } from 'zod';
import {
  BackupCodesPage,
  NewCodesPage,
  PasswordPage,
  SecondFactorChangePage,
} from '../../../../templates/console/account/sign-in-pages.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { changePassword } from '../../../operator/change-password.ts';
import { confirmPassword } from '../../../operator/confirm-password.ts';
import { beginEnrolment, enrol, readTicket } from '../../../operator/enrol.ts';
import { openSession } from '../../../operator/open-session.ts';
import { renewBackupCodes } from '../../../operator/renew-backup-codes.ts';
import type { CallerEnv } from '../../caller.ts';
import { clientOf } from '../../client.ts';
import { sessionCookie } from '../../session-cookie.ts';
import { passwordField } from '../../sign-in/password-field.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { inWords } from '../in-words.ts';

type Asking = Context<CallerEnv>;
const typed = z.string().min(1).max(512);

/** GET `/console/account/password`. */
export const showPassword = async (c: Asking) => c.html(await passwordPage(c, unsent('password')));

/** POST of the same: every other session ends. */
export function takePassword(c: Asking) {
  const { operator } = c.get('caller');
  return attempt(c, {
    form: 'password',
    schema: z.object({ current: typed, password: passwordField, repeated: typed }),
    async act(fields) {
      const given = { ...fields, client: clientOf(c), sessionId: c.get('sessionId') ?? 0 };
      await changePassword(c.get('hub'), operator, given);
      return '/console/account?done=saved';
    },
    again: (filled) => passwordPage(c, filled),
  });
}

/** GET `/console/account/second-factor`. */
export async function showSecondFactor(c: Asking) {
  return c.html(await factorPage(c, unsent('second-factor')));
}

/** POST of the same: every session ends, and this browser is given another; the new backup codes are shown. */
export function takeSecondFactor(c: Asking) {
  const hub = c.get('hub');
  const { operator } = c.get('caller');
  return attempt(c, {
    form: 'second-factor',
    schema: z.object({
      current: typed,
      code: z.string().min(1).max(20),
      ticket: z.string().max(2000),
    }),
    async act({ current, code, ticket }) {
      await confirmPassword(hub, operator, { current, client: clientOf(c) });
      const codes = await enrol(hub, { operator, code, ticket });
      const session = await openSession(hub, operator.id, c.req.header('user-agent'));
      c.header('Set-Cookie', await sessionCookie(hub, session), { append: true });
      return c.html(<NewCodesPage frame={await openFrame(c)} codes={codes} />);
    },
    again: (filled) => factorPage(c, filled),
  });
}

/** GET `/console/account/backup-codes`. */
export const showBackupCodes = async (c: Asking) => c.html(await codesPage(c, unsent('codes')));

/** POST of the same: shows them, this once. */
export function takeBackupCodes(c: Asking) {
  const { operator } = c.get('caller');
  return attempt(c, {
    form: 'codes',
    schema: z.object({ current: typed }),
    async act({ current }) {
      const asked = { current, client: clientOf(c) };
      const codes = await renewBackupCodes(c.get('hub'), operator, asked);
      return c.html(<NewCodesPage frame={await openFrame(c)} codes={codes} />);
    },
    again: (filled) => codesPage(c, filled),
  });
}

async function passwordPage(c: Asking, filled: Filled) {
  return <PasswordPage frame={await openFrame(c)} filled={inWords(c.get('language'), filled)} />;
}

async function codesPage(c: Asking, filled: Filled) {
  return <BackupCodesPage frame={await openFrame(c)} filled={inWords(c.get('language'), filled)} />;
}

async function factorPage(c: Asking, filled: Filled) {
  const hub = c.get('hub');
  const { operator } = c.get('caller');
  const begin = () => beginEnrolment(hub, operator);
  const ticket = filled.typed?.ticket?.[0];
  const enrolment = ticket ? await readTicket(hub, operator, ticket).catch(begin) : await begin();
  const said = inWords(c.get('language'), filled);
  return <SecondFactorChangePage frame={await openFrame(c)} filled={said} enrolment={enrolment} />;
}
