import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { keyRefusals } from '../../../../templates/console/audience/key-refusal-words.ts';
import { removeEncryptionKey } from '../../../audience/remove-encryption-key.ts';
import { keyFields, setEncryptionKey } from '../../../audience/set-encryption-key.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { inWords } from '../in-words.ts';
import { contactAt, done, showContact, who } from './contact.tsx';

const administrator = requireCaller(['administrator']);

/** What is done about a contact's key, on its page. */
export const contactKeyRoutes = new Hono<CallerEnv>()
  .post(`${contactAt}/key`, administrator, set)
  .post(`${contactAt}/key/remove`, administrator, remove);

function set(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'key',
    schema: z.object(keyFields),
    async act({ armoredKey }) {
      await setEncryptionKey(c.get('hub'), { armoredKey, ...who(c) });
      return done(c, 'saved');
    },
    // What was pasted may be a secret key: it is not written back.
    again: (filled) =>
      showContact(c, inWords(c.get('language'), { ...filled, typed: {} }, keyRefusals)),
  });
}

async function remove(c: Context<CallerEnv>) {
  await removeEncryptionKey(c.get('hub'), who(c));
  return c.redirect(done(c, 'saved'), 303);
}
