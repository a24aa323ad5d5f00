import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { AudienceList } from '../../../../templates/console/audience/audience-list.tsx';
import { AudiencePage } from '../../../../templates/console/audience/audience-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findAudience } from '../../../audience/audience.ts';
import { countMembers, listMembersNow } from '../../../audience/audience-members.ts';
import { listAudiences } from '../../../audience/list-audiences.ts';
import { removeAudience } from '../../../audience/remove-audience.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { afterOf, pagesOf } from './list-address.ts';

const perPage = 50;
const at = '/console/audiences/:id{[1-9][0-9]*}';

/** `/console/audiences`: all of them, and one with who is in it now. */
export const audiencePageRoutes = new Hono<CallerEnv>()
  .get('/console/audiences', async (c) => {
    const audiences = await listAudiences(c.get('hub').sql);
    return c.html(<AudienceList frame={await openFrame(c)} audiences={audiences} />);
  })
  .get(at, async (c) => c.html(await page(c, unsent('remove'))))
  .post(`${at}/remove`, requireCaller(['administrator']), (c) =>
    attempt(c, {
      form: 'remove',
      schema: z.object({ expected: z.string().max(20).optional() }),
      act: async ({ expected }) => {
        const audienceId = idOf(c.req.param('id'));
        const operatorId = c.get('caller').operator.id;
        await removeAudience(c.get('hub'), { audienceId, expected, operatorId });
        return '/console/audiences?done=removed';
      },
      again: (filled) => page(c, filled),
    }),
  );

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const audience = await findAudience(sql, idOf(c.req.param('id') ?? ''));
  const { selection } = audience;
  const wish = { after: afterOf(c), limit: perPage + 1 };
  const members = await listMembersNow(sql, { selection }, wish);
  return (
    <AudiencePage
      frame={await openFrame(c)}
      audience={audience}
      members={members.slice(0, perPage)}
      count={await countMembers(sql, selection)}
      pages={pagesOf(c, members, perPage)}
      filled={filled}
    />
  );
}
