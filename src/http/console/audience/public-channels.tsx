import { type Context, Hono } from 'hono';
import { PublicChannelsPage } from '../../../../templates/console/audience/public-channels-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { addPublicChannel, publicChannelInput } from '../../../audience/add-public-channel.ts';
import { listPublicChannels } from '../../../audience/list-public-channels.ts';
import { removePublicChannel } from '../../../audience/remove-public-channel.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

const at = '/console/public-channels';
const administrator = requireCaller(['administrator']);

/** `/console/public-channels`: the channels that anybody may read, added and removed in place. */
export const publicChannelRoutes = new Hono<CallerEnv>()
  .get(at, async (c) => c.html(await page(c, unsent('channel'))))
  .post(at, administrator, add)
  .post(`${at}/:id{[1-9][0-9]*}/remove`, administrator, async (c) => {
    const operatorId = c.get('caller').operator.id;
    await removePublicChannel(c.get('hub'), { addressId: idOf(c.req.param('id')), operatorId });
    return c.redirect(`${at}?done=removed`, 303);
  });

function add(c: Context<CallerEnv>) {
  const operatorId = c.get('caller').operator.id;
  return attempt(c, {
    form: 'channel',
    schema: publicChannelInput,
    act: async (fields) => {
      await addPublicChannel(c.get('hub'), { ...fields, operatorId });
      return `${at}?done=created`;
    },
    again: (filled) => page(c, filled),
  });
}

async function page(c: Context<CallerEnv>, filled: Filled) {
  const channels = await listPublicChannels(c.get('hub').sql);
  return <PublicChannelsPage frame={await openFrame(c)} channels={channels} filled={filled} />;
}
