import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { Hub } from '../hub.ts';
import { accessLog } from './access-log.ts';
import { acknowledgeRoutes } from './acknowledge/routes.ts';
import { apiHeaders } from './api/api-headers.ts';
import { apiRoutes } from './api/routes.ts';
import { assetRoutes } from './asset.ts';
import { limitBody } from './body-limit.ts';
import { botRoutes } from './bot/routes.ts';
import { consoleRoutes } from './console/routes.ts';
import { csafRoutes } from './csaf/routes.ts';
import type { HttpEnv } from './env.ts';
import { fail, failWith } from './failure.tsx';
import { feedRoutes } from './feeds/routes.ts';
import { livenessRoutes, readinessRoutes } from './health.ts';
import { language } from './language.ts';
import { createShortcut } from './public/shortcut.ts';
import { securityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in/routes.tsx';
import { siteRoutes } from './site/routes.tsx';
import { subscriptionRoutes } from './subscription/routes.ts';
import { unsubscribeRoutes } from './unsubscribe/routes.tsx';
import { websubRoutes } from './websub/routes.ts';

/**
 * The whole of the hub's HTTP, for any runtime: `open` gives the hub that a request works with (Node a single one, a
 * Worker one per request, a test its own). `routes` come beside the hub's own, as the demo's mailbox does.
 */
export function createApp(
  open: (env: HttpEnv['Bindings']) => Hub | Promise<Hub>,
  routes: Hono<HttpEnv> = new Hono<HttpEnv>(),
  shortcut = createShortcut(open),
): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(shortcut.remember, requestId(), accessLog(), securityHeaders(), language());
  app.use('/api/*', apiHeaders());
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.route('/', livenessRoutes).route('/', assetRoutes);
  app.use(useHub(open), limitBody());
  app.route('/', readinessRoutes).route('/', siteRoutes).route('/', feedRoutes);
  app
    .route('/', csafRoutes())
    .route('/', signInRoutes())
    .route('/', consoleRoutes())
    .route('/', acknowledgeRoutes())
    .route('/', subscriptionRoutes())
    .route('/', unsubscribeRoutes)
    .route('/', botRoutes())
    .route('/', websubRoutes);
  app.route('/', apiRoutes());
  app.route('/', routes);
  app.notFound((c) => fail(c, { status: 404 }));
  app.onError(failWith);
  app.fetch = shortcut.before(app.fetch);
  return app;
}

const useHub = (open: Parameters<typeof createApp>[0]) =>
  createMiddleware<HttpEnv>(async function useHub(c, next) {
    if (!c.get('hub')) c.set('hub', await open(c.env));
    await next();
  });

function refuseMethod(c: Context<HttpEnv>, methods: string[]) {
  const Allow = methods.join(', ');
  return fail(c, { status: 405, detail: `Allowed here: ${Allow}.`, headers: { Allow } });
}
