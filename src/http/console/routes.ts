import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../caller.ts';
import { accountRoutes } from './account/routes.tsx';
import { advisoryRoutes } from './advisory/routes.ts';
import { audienceRoutes } from './audience/routes.ts';
import { auditRoutes } from './audit/routes.tsx';
import { boardRoutes } from './board/routes.tsx';
import { consoleContentSecurity } from './content-security.ts';
import { homeRoutes } from './home/routes.tsx';
import { importRoutes } from './import/routes.tsx';
import { consoleLanguage } from './language.ts';
import { noticeRoutes } from './notice/routes.ts';
import { operatorRoutes } from './operators/routes.tsx';
import { partnerRoutes } from './partner/routes.ts';
import { releaseRoutes } from './release/routes.tsx';
import { returnedMailRoutes } from './returned-mail/routes.tsx';
import { taskRoutes } from './task/routes.tsx';
import { watchRoutes } from './watch/routes.tsx';

/** The families of pages; each is a folder with its `routes.tsx`. */
const families = [
  homeRoutes,
  advisoryRoutes,
  noticeRoutes,
  importRoutes,
  boardRoutes,
  taskRoutes,
  returnedMailRoutes,
  audienceRoutes,
  partnerRoutes,
  releaseRoutes,
  watchRoutes,
  auditRoutes,
  operatorRoutes,
  accountRoutes,
];

/** `/console`: everything for people who are signed in. Each route still asks for the roles that it needs. */
export function consoleRoutes() {
  const app = new Hono<CallerEnv>();
  app.use('/console/*', requireCaller(), consoleLanguage(), consoleContentSecurity());
  for (const family of families) app.route('/', family);
  return app;
}
