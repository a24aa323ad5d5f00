import type { Context } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { AddressPage } from '../../../../templates/console/operators/address-page.tsx';
import { InvitePage } from '../../../../templates/console/operators/invite-page.tsx';
import { languages } from '../../../advisory/language.ts';
import { inviteOperator } from '../../../operator/invite.ts';
import { roles } from '../../../operator/role.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { inWords } from '../in-words.ts';
import { many } from '../input.ts';

/** GET `/console/operators/new`. */
export const showInvite = async (c: Context<CallerEnv>) => c.html(await page(c, unsent('invite')));

/** POST `/console/operators`: shows the address to hand over, this once. */
export function takeInvite(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'invite',
    schema: z.object({
      name: z.string().trim().min(1).max(200),
      email: z.string().trim().min(1).pipe(z.email().max(254)),
      roles: many(z.enum(roles)),
      language: z.enum(languages),
    }),
    async act(typed) {
      const operatorId = c.get('caller').operator.id;
      const invitation = await inviteOperator(c.get('hub'), { ...typed, operatorId });
      const { operator, url, request } = invitation;
      const frame = await openFrame(c);
      const shown = { frame, url, name: operator.name, waiting: request !== null };
      return c.html(<AddressPage {...shown} kind="invitation" />);
    },
    again: (filled) => page(c, filled),
  });
}

async function page(c: Context<CallerEnv>, filled: Filled) {
  return <InvitePage frame={await openFrame(c)} filled={inWords(c.get('language'), filled)} />;
}
