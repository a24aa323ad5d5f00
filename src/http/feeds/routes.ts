import { Hono } from 'hono';
import { languages } from '../../advisory/language.ts';
import { topicLinks } from '../../fanout/websub/topic.ts';
import type { HttpEnv } from '../env.ts';
import { servePublic } from '../public/serve.ts';
import { readFilter } from './filter.ts';
import { ends, feedPath, isWhole, renderFeed } from './render.ts';

/** The feeds: what is CLEAR, an item per version, withdrawal and notice. */
export const feedRoutes = new Hono<HttpEnv>();

for (const language of languages) {
  for (const end of ends) {
    feedRoutes.get(`/feeds/${language}.${end}`, (c) => {
      const hub = c.get('hub');
      const wanted = { language, end, filter: readFilter(c.req.queries()) };
      const path = feedPath(wanted);
      return servePublic(c, {
        key: path,
        headers: {
          'Content-Language': language,
          'Access-Control-Allow-Origin': '*',
          ...(isWhole(wanted) && { Link: topicLinks(hub.config.publicUrl, path) }),
        },
        render: () => renderFeed(hub, wanted),
      });
    });
  }
}
