import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RemovePage } from '../../../../templates/console/audience/remove-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { overlaps, RotatePage } from '../../../../templates/console/partner/rotate-page.tsx';
import { partnerWords } from '../../../../templates/console/partner/words.ts';
import { HubError } from '../../../errors.ts';
import { type ApiKey, listKeys } from '../../../operator/list-keys.ts';
import { revokeKey } from '../../../operator/revoke-key.ts';
import { rotateKey } from '../../../operator/rotate-key.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { inWords } from '../in-words.ts';
import { days } from '../key-days.ts';
import { partnerAt, partnerPath, showOnce } from './partner.tsx';

const at = `${partnerAt}/keys/:keyId{[1-9][0-9]*}`;
const administrator = requireCaller(['administrator']);
type Asking = Context<CallerEnv>;

/** What is done about a key that a partner has: replaced, or withdrawn. */
export const partnerKeyRoutes = new Hono<CallerEnv>()
  .get(`${at}/rotate`, administrator, async (c) => c.html(await rotatePage(c, unsent('rotate'))))
  .post(`${at}/rotate`, administrator, rotate)
  .get(`${at}/withdraw`, administrator, async (c) => c.html(await withdrawPage(c)))
  .post(`${at}/withdraw`, administrator, async (c) => {
    const { id: keyId } = await findOwn(c);
    await revokeKey(c.get('hub'), { keyId, operatorId: c.get('caller').operator.id });
    return c.redirect(`${partnerPath(c)}?done=revoked`, 303);
  });

/** The key of this very partner. @throws HubError not_found */
async function findOwn(c: Asking): Promise<ApiKey> {
  const organisationId = idOf(c.req.param('id') ?? '');
  const keys = await listKeys(c.get('hub').sql, { organisationId });
  const key = keys.find(({ id }) => id === idOf(c.req.param('keyId') ?? ''));
  if (key) return key;
  throw new HubError('not_found', 'This partner has no such key.');
}

const overlap = z.enum(overlaps.map(String)).transform(Number);

function rotate(c: Asking) {
  return attempt(c, {
    form: 'rotate',
    schema: z.object({ days, overlapHours: overlap }),
    async act({ days: expiresAt, overlapHours }) {
      const { id: keyId } = await findOwn(c);
      const operatorId = c.get('caller').operator.id;
      const made = await rotateKey(c.get('hub'), { keyId, expiresAt, overlapHours, operatorId });
      return showOnce(c, made.key);
    },
    again: (filled) => rotatePage(c, inWords(c.get('language'), filled)),
  });
}

async function rotatePage(c: Asking, filled: Filled) {
  const key = await findOwn(c);
  return (
    <RotatePage frame={await openFrame(c)} apiKey={key} filled={filled} back={partnerPath(c)} />
  );
}

async function withdrawPage(c: Asking) {
  const { id, name, hint } = await findOwn(c);
  const back = partnerPath(c);
  return (
    <RemovePage
      frame={await openFrame(c)}
      here="organisations"
      deed="withdraw"
      filled={unsent('withdraw')}
      name={`${name} (${hint}…)`}
      follows={partnerWords[c.get('language')].follows}
      action={`${back}/keys/${id}/withdraw`}
      back={back}
      fields={{}}
    />
  );
}
