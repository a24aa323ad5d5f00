import { Hono } from 'hono';
import { PartnerPage } from '../../../templates/demo-partner.tsx';
import { TelegramPage } from '../../../templates/demo-telegram.tsx';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../../http/env.ts';
import { partnerName } from '../settle-partner.ts';
import type { World } from '../world/world.ts';
import { listChats } from './chat.ts';
import { pageHeaders } from './page-headers.ts';
import { runsOf } from './run.ts';

/** What arrived by other ways than mail. */
export type Elsewhere = Pick<World, 'posts' | 'received'>;

/** The pages of what arrived elsewhere: in the chats of Telegram, and at the partner's machine. */
export function elsewhereRoutes({ posts, received }: Elsewhere): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/mailbox/telegram', async (c) => {
    const chats = await listChats(c.get('hub').sql);
    const chat = chats.find((each) => each.chat === c.req.query('chat')) ?? chats[0] ?? null;
    const said = (await posts()).filter((post) => post.chat === chat?.chat);
    const shown = said.map((post) => ({ ...post, runs: runsOf(post) })).toReversed();
    const props = { language: c.get('language'), chats, chat, posts: shown };
    return c.html(<TelegramPage {...props} />, 200, pageHeaders);
  });

  routes.get('/mailbox/partner', async (c) => {
    const events = (await received()).map((event, index) => ({ ...event, number: index + 1 }));
    const props = { language: c.get('language'), partner: partnerName };
    return c.html(<PartnerPage {...props} events={events.toReversed()} />, 200, pageHeaders);
  });

  routes.get('/mailbox/partner/:number{[0-9]+}/csaf', async (c) => {
    const csaf = (await received())[Number(c.req.param('number')) - 1]?.csaf;
    if (!csaf) throw new HubError('not_found', 'There is no such document.');
    return c.body(csaf, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  return routes;
}
