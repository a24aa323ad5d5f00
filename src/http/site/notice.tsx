import type { Context } from 'hono';
import { NoticePage } from '../../../templates/site/notice.tsx';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { html } from '../public/html.ts';
import { findPublicNotice } from '../public/list-notices.ts';
import { noticeChangedAt } from '../public/notice-changed.ts';
import { servePublic } from '../public/serve.ts';

/** `/notices/{id}`: whatever the public may not see is as if it did not exist. */
export function showNotice(c: Context<HttpEnv>, id: string) {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new HubError('not_found', 'There is no such notice.');
  const { sql, config } = c.get('hub');
  const language = c.get('language');
  return servePublic(c, {
    key: `notice ${language} ${id}`,
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
    async render() {
      const { trackingId, ...notice } = await findPublicNotice(sql, Number(id));
      const { publicUrl: site, csirtName: publisher } = config;
      const props = { language, site, publisher, notice, trackingId };
      return html(<NoticePage {...props} />, noticeChangedAt(notice));
    },
  });
}
