import type { Context } from 'hono';
import { AdvisoryPage } from '../../../templates/site/advisory.tsx';
import { formatOrdinal } from '../../advisory/ordinal.ts';
import { findPublishedAdvisory } from '../../advisory/published.ts';
import { trackingIdSyntax } from '../../advisory/tracking-id.ts';
import { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { html } from '../public/html.ts';
import { listNotices } from '../public/list-notices.ts';
import { newest } from '../public/newest.ts';
import { noticeChangedAt } from '../public/notice-changed.ts';
import { servePublic } from '../public/serve.ts';

type Asked = {
  trackingId: string;
  /** `1.03`; undefined asks for the newest. */
  version?: string | undefined;
};

/** `/advisories/{id}` and `/advisories/{id}/{1.03}`: whatever is not CLEAR is as if it did not exist. */
export function showAdvisory(c: Context<HttpEnv>, { trackingId, version }: Asked) {
  if (!trackingIdSyntax.test(trackingId))
    throw new HubError('not_found', 'There is no such advisory.');
  const { sql, config } = c.get('hub');
  const language = c.get('language');
  return servePublic(c, {
    key: `advisory ${language} ${trackingId} ${version ?? ''}`,
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
    async render() {
      const { id, versions } = await findPublishedAdvisory(sql, trackingId, 'CLEAR');
      const shown = versions.find(({ ordinal }) => !version || formatOrdinal(ordinal) === version);
      if (!shown)
        throw new HubError('not_found', `There is no version ${version} of ${trackingId}.`);
      const notices = await listNotices(sql, id);
      const { publicUrl: site, csirtName: publisher } = config;
      const props = { language, site, publisher, versions, shown, notices };
      const changed = [
        ...versions.flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, withdrawnAt]),
        ...notices.map(noticeChangedAt),
      ];
      return html(<AdvisoryPage {...props} byNumber={version !== undefined} />, newest(changed));
    },
  });
}
