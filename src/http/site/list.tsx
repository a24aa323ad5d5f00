import type { Context } from 'hono';
import { ListPage } from '../../../templates/site/list.tsx';
import type { Language } from '../../advisory/language.ts';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { html } from '../public/html.ts';
import { listAdvisories } from '../public/list-advisories.ts';
import { newest } from '../public/newest.ts';
import { servePublic } from '../public/serve.ts';
import { pageNumber } from './page-number.ts';

const perPage = 25;

/** `/nl`, `/en`: the advisories, newest first. */
export function showList(c: Context<HttpEnv>, language: Language) {
  const { sql, config } = c.get('hub');
  const page = pageNumber(c.req.query('page'));
  return servePublic(c, {
    key: `list ${language} ${page}`,
    headers: { 'Content-Language': language },
    async render() {
      const offset = (page - 1) * perPage;
      const { advisories, total } = await listAdvisories(sql, { limit: perPage, offset });
      if (page > 1 && advisories.length === 0)
        throw new HubError('not_found', 'There is no such page.');
      const pages = Math.ceil(total / perPage);
      const { publicUrl: site, csirtName: publisher } = config;
      const props = { language, site, publisher, advisories, page, pages };
      return html(<ListPage {...props} />, newest(advisories.map(({ changedAt }) => changedAt)));
    },
  });
}
