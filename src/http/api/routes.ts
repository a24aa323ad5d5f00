import { Hono } from 'hono';
import type { Config } from '../../config.ts';
import type { CallerEnv } from '../caller.ts';
import { acknowledgements } from './acknowledgements.ts';
import { advisories } from './advisories.ts';
import { apiKeys } from './api-keys.ts';
import { audienceResources } from './audience-resources.ts';
import { auditEntries } from './audit-entries.ts';
import { board } from './board.ts';
import { chronology } from './chronology.ts';
import { coverageResource } from './coverage.ts';
import { csaf } from './csaf.ts';
import { deliveries } from './deliveries.ts';
import { dispatches } from './dispatches.ts';
import { createDocument } from './document.ts';
import { aboutOf, documentResource } from './document-resource.ts';
import { events } from './events.ts';
import { holds } from './holds.ts';
import { inboundMails } from './inbound-mails.ts';
import { matrix } from './matrix.ts';
import { apiPath, mount } from './mount.ts';
import { notices } from './notices.ts';
import type { Resource } from './operation.ts';
import { operators } from './operators.ts';
import { partnerDeliveries } from './partner-deliveries.ts';
import { previews } from './previews.ts';
import { showReference } from './reference.tsx';
import { relayReports } from './relay-reports.ts';
import { release } from './release.ts';
import { responses } from './responses.ts';
import { roleRequests } from './role-requests.ts';
import { sessions } from './sessions.ts';
import { tasks } from './tasks.ts';
import { versionChecks } from './version-checks.ts';
import { versions } from './versions.ts';
import { webhookDeliveries } from './webhook-deliveries.ts';
import { webhooks } from './webhooks.ts';
import { withdrawals } from './withdrawals.ts';

/** Every noun of the API, in the order of its document. A new one gets a file and a line here. */
export const resources: Resource[] = [
  advisories,
  versions,
  versionChecks,
  matrix,
  previews,
  release,
  withdrawals,
  csaf,
  events,
  notices,
  dispatches,
  holds,
  deliveries,
  board,
  coverageResource,
  chronology,
  acknowledgements,
  responses,
  relayReports,
  inboundMails,
  tasks,
  webhooks,
  webhookDeliveries,
  partnerDeliveries,
  operators,
  roleRequests,
  apiKeys,
  sessions,
  auditEntries,
  ...audienceResources,
  documentResource((config) => documentOf(config)),
];

/** Made once per installation: it changes with the program alone. */
const documents = new WeakMap<Config, ReturnType<typeof createDocument>>();

function documentOf(config: Config) {
  const document = documents.get(config) ?? createDocument(resources, aboutOf(config));
  documents.set(config, document);
  return document;
}

/** `/api/v1`: what the hub can do, for machines. */
export function apiRoutes(): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  for (const operation of resources.flatMap(({ operations }) => operations)) mount(app, operation);
  app.get(`${apiPath}/reference`, showReference(documentOf));
  return app;
}
