import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { SubmitPage } from '../../../../templates/console/advisory/submit-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findBefore, listUnready } from '../../../advisory/list-unready.ts';
import { submit } from '../../../advisory/submit.ts';
import { findVersion } from '../../../advisory/version.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { whole } from '../input.ts';
import { placeOf } from './place.ts';

const path = '/console/versions/:id/submit';
type Asked = Context<CallerEnv, typeof path>;

/** `/console/versions/{id}/submit`: what a draft changes, and the button that hands it to its approver. */
export const submitRoutes = new Hono<CallerEnv>()
  .use(path, requireCaller(['author']))
  .get(path, async (c) => c.html(await show(c)))
  .post(path, take);

async function show(c: Asked, filled: Filled = unsent('submit')) {
  const { sql } = c.get('hub');
  const version = await findVersion(sql, idOf(c.req.param('id')));
  if (version.state !== 'draft')
    throw new HubError('conflict', `${version.trackingId} was submitted already: see its page.`);
  const todo = await listUnready(sql, version, c.get('language'));
  return (
    <SubmitPage
      frame={await openFrame(c)}
      version={version}
      before={await findBefore(sql, version)}
      todo={todo.map(({ path: at, message }) => ({ path: placeOf(at), message }))}
      filled={filled}
    />
  );
}

function take(c: Asked) {
  return attempt(c, {
    form: 'submit',
    schema: z.object({ revision: whole }),
    async act({ revision }) {
      const { trackingId } = await submit(c.get('hub'), {
        versionId: idOf(c.req.param('id')),
        revision,
        operatorId: c.get('caller').operator.id,
      });
      return `/console/advisories/${trackingId}?done=submitted`;
    },
    // What is left to do stands on the page itself, with the ways to its fields.
    again: (filled) => show(c, { ...filled, findings: [] }),
  });
}
