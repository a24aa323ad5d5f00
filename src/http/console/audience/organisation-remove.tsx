import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { consequenceSentences } from '../../../../templates/console/audience/consequence-words.ts';
import { RemovePage } from '../../../../templates/console/audience/remove-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findConsequences } from '../../../audience/consequences.ts';
import { findOrganisation } from '../../../audience/organisation.ts';
import { removeOrganisation } from '../../../audience/remove-organisation.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

const at = '/console/organisations/:id/remove';

/** What removing an organisation leads to, and doing it. */
export const organisationRemoveRoutes = new Hono<CallerEnv>()
  .get(at, requireCaller(['administrator']), async (c) => c.html(await page(c, unsent('remove'))))
  .post(at, requireCaller(['administrator']), (c) =>
    attempt(c, {
      form: 'remove',
      schema: z.object({ expected: z.string().max(20).optional() }),
      act: async ({ expected }) => {
        const organisationId = idOf(c.req.param('id'));
        const operatorId = c.get('caller').operator.id;
        await removeOrganisation(c.get('hub'), { organisationId, expected, operatorId });
        return `/console/organisations/${organisationId}?done=removed`;
      },
      again: (filled) => page(c, filled),
    }),
  );

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const organisation = await findOrganisation(sql, idOf(c.req.param('id') ?? ''));
  const follows = await findConsequences(sql, organisation.id);
  const back = `/console/organisations/${organisation.id}`;
  return (
    <RemovePage
      frame={await openFrame(c)}
      here="organisations"
      filled={filled}
      name={organisation.name}
      follows={consequenceSentences(follows, c.get('language'))}
      action={`${back}/remove`}
      back={back}
      fields={{ expected: organisation.revision }}
    />
  );
}
