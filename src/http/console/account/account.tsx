import type { Context } from 'hono';
import { z } from 'zod';
import { AccountPage } from '../../../../templates/console/account/account-page.tsx';
import { KeyPage } from '../../../../templates/console/account/key-page.tsx';
import { accountWords } from '../../../../templates/console/account/words.ts';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { createKey } from '../../../operator/create-key.ts';
import { listKeys } from '../../../operator/list-keys.ts';
import { listSessions } from '../../../operator/list-sessions.ts';
import { roles } from '../../../operator/role.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { inWords } from '../in-words.ts';
import { many } from '../input.ts';
import { days } from '../key-days.ts';

/** GET `/console/account`. */
export const showAccount = async (c: Context<CallerEnv>) => c.html(await page(c, unsent('key')));

/** POST `/console/account/keys`: shows the new key, this once. */
export function takeKey(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'key',
    schema: z.object({
      name: z.string().trim().min(1).max(100),
      roles: many(z.enum(roles)),
      days,
    }),
    async act({ days: expiresAt, ...key }) {
      const operatorId = c.get('caller').operator.id;
      const { key: secret } = await createKey(c.get('hub'), { ...key, expiresAt, operatorId });
      const back = { href: '/console/account', label: accountWords[c.get('language')].back };
      return c.html(
        <KeyPage frame={await openFrame(c)} secret={secret} here="account" back={back} />,
      );
    },
    again: (filled) => page(c, inWords(c.get('language'), filled)),
  });
}

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const { id } = c.get('caller').operator;
  return (
    <AccountPage
      frame={await openFrame(c)}
      filled={filled}
      sessions={await listSessions(sql, id)}
      keys={await listKeys(sql, { operatorId: id })}
      here={c.get('sessionId')}
    />
  );
}
