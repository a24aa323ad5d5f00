import { Hono } from 'hono';
import { AccessibilityPage } from '../../../templates/site/accessibility.tsx';
import { languages } from '../../advisory/language.ts';
import type { HttpEnv } from '../env.ts';
import { html } from '../public/html.ts';
import { servePublic } from '../public/serve.ts';
import { showAdvisory } from './advisory.tsx';
import { showList } from './list.tsx';
import { showNotice } from './notice.tsx';
import { showNotices } from './notice-list.tsx';

const robots = `User-agent: *
Disallow: /acknowledge/
Disallow: /api/
Disallow: /console
Disallow: /login/
Disallow: /portal
Disallow: /subscribe/
Disallow: /subscriptions/
Disallow: /unsubscribe/
`;

/** The website: what is CLEAR, for everybody. */
export const siteRoutes = new Hono<HttpEnv>();

siteRoutes.get('/', (c) => {
  c.header('Vary', 'Accept-Language');
  return c.redirect(`/${c.get('language')}`);
});
siteRoutes.get('/robots.txt', (c) => c.text(robots));
siteRoutes.get('/advisories/:trackingId', (c) => showAdvisory(c, c.req.param()));
siteRoutes.get('/advisories/:trackingId/:version', (c) => showAdvisory(c, c.req.param()));
siteRoutes.get('/notices/:id', (c) => showNotice(c, c.req.param('id')));

for (const language of languages) {
  siteRoutes.get(`/${language}`, (c) => showList(c, language));
  siteRoutes.get(`/${language}/notices`, (c) => showNotices(c, language));
  siteRoutes.get(`/${language}/accessibility`, (c) => {
    const { publicUrl: site, csirtName: publisher } = c.get('hub').config;
    return servePublic(c, {
      key: `accessibility ${language}`,
      headers: { 'Content-Language': language },
      render: () =>
        html(<AccessibilityPage language={language} site={site} publisher={publisher} />),
    });
  });
}
