import type { Context } from 'hono';
import { NoticeListPage } from '../../../templates/site/notice-list.tsx';
import type { Language } from '../../advisory/language.ts';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { html } from '../public/html.ts';
import { listPublicNotices } from '../public/list-notices.ts';
import { newest } from '../public/newest.ts';
import { servePublic } from '../public/serve.ts';
import { pageNumber } from './page-number.ts';

const perPage = 25;

/** `/nl/notices`, `/en/notices`: the notices, newest first. */
export function showNotices(c: Context<HttpEnv>, language: Language) {
  const { sql, config } = c.get('hub');
  const page = pageNumber(c.req.query('page'));
  return servePublic(c, {
    key: `notices ${language} ${page}`,
    headers: { 'Content-Language': language },
    async render() {
      const offset = (page - 1) * perPage;
      const { notices, total } = await listPublicNotices(sql, { limit: perPage, offset });
      if (page > 1 && notices.length === 0)
        throw new HubError('not_found', 'There is no such page.');
      const { publicUrl: site, csirtName: publisher } = config;
      const props = { language, site, publisher, notices, page, pages: Math.ceil(total / perPage) };
      const changed = notices.map(({ publishedAt }) => publishedAt);
      return html(<NoticeListPage {...props} />, newest(changed));
    },
  });
}
