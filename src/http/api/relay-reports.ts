import { z } from '@hono/zod-openapi';
import { responseStatuses } from '../../acknowledgement/choice.ts';
import { listRelayReports, type RelayReport } from '../../acknowledgement/list-relay-reports.ts';
import { reportRelay } from '../../acknowledgement/relay-report.ts';
import { findVersion } from '../../advisory/version.ts';
import { id, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const count = z.int().min(0).max(10_000_000);
const counts = z.partialRecord(z.enum(responseStatuses), count);

const report = z
  .strictObject({
    id: reference,
    versionId: reference,
    organisationId: reference,
    organisation: z.string(),
    passedOnTo: count,
    counts: counts.nullable(),
    at: instant,
  })
  .openapi('RelayReport');
const reportDraft = z
  .strictObject({ organisationId: reference, passedOnTo: count, counts: counts.optional() })
  .openapi('RelayReportDraft');

const toReport = (row: RelayReport): z.output<typeof report> => {
  const { id, versionId, organisationId, organisation, passedOnTo, counts, at } = row;
  return { id, versionId, organisationId, organisation, passedOnTo, counts, at };
};

const params = { versionId: id };

/** What hubs and CSIRTs say of the versions that they pass on. */
export const relayReports: Resource = {
  tag: 'Relay reports',
  description: 'To how many organisations a hub passed a version on, and what they answered.',
  operations: [
    operation({
      method: 'get',
      path: '/versions/{versionId}/relay-reports',
      id: 'listRelayReports',
      access: everyone,
      summary: 'The reports on a version, the last first',
      params,
      query: pageQuery,
      answer: pageOf(report),
      handle: async ({ hub, params, query: { limit, cursor } }) => {
        const { id: versionId } = await findVersion(hub.sql, params.versionId);
        const wish = { versionId, before: idOf(cursor), limit: limit + 1 };
        const found = await listRelayReports(hub.sql, wish);
        return pageFrom(found.map(toReport), limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/relay-reports',
      id: 'reportRelay',
      access: ['duty officer'],
      summary: 'Enter what a hub reported',
      params,
      body: reportDraft,
      answer: report,
      handle: async ({ hub, operatorId, params, body }) => {
        const { id: versionId } = await findVersion(hub.sql, params.versionId);
        const actor = `operator:${operatorId}`;
        const reportId = await reportRelay(hub, { ...body, versionId, actor });
        const wish = { versionId, before: reportId + 1, limit: 1 };
        return toReport((await listRelayReports(hub.sql, wish))[0] as RelayReport);
      },
    }),
  ],
};
