import { formatRisk, isUrgent } from '../advisory/risk.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Version } from '../advisory/version.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { eventTypeOf, type Reason } from './reason.ts';
import { listUnwanted } from './webhook/list-unwanted.ts';

/** What is sent, as far as it decides who may get it. */
export type Subject = {
  advisoryId: number | null;
  tlp: Tlp;
  urgent: boolean;
  /** Addresses of webhooks that did not ask for it. */
  unwanted: number[];
};

/** A notice, which is never urgent by itself. @throws HubError not_found */
export async function subjectOfNotice(sql: Sql, noticeId: number): Promise<Subject> {
  const [notice] = await sql<{ advisoryId: number | null; tlp: Tlp }[]>`
    SELECT advisory_id, tlp FROM notices WHERE id = ${noticeId}`;
  if (!notice) throw new HubError('not_found', `There is no notice with id ${noticeId}.`);
  const unwanted = await listUnwanted(sql, { type: 'notice', risk: null, products: [] });
  return { ...notice, urgent: false, unwanted };
}

/** A version, sent for a reason. */
export async function subjectOf(sql: Sql, version: Version, reason: Reason): Promise<Subject> {
  const { advisoryId, tlp, content } = version;
  const said = {
    type: eventTypeOf(reason),
    risk: formatRisk(version),
    products: content.products,
  };
  const unwanted = await listUnwanted(sql, said);
  return { advisoryId, tlp, urgent: isUrgent(version), unwanted };
}
