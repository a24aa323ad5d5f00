import type { Sql } from '../database/connect.ts';
import type { Origin } from './choice.ts';

/** What somebody of an organisation wrote with an answer. */
export type SaidRemark = {
  id: number;
  ordinal: number;
  origin: Origin;
  contact: string | null;
  saidBy: string | null;
  remark: string;
  /** It looks automatic, and nobody has confirmed it. */
  doubted: boolean;
  at: Date;
};

const most = 20;

/** What an organisation's people wrote about an advisory, the last first. */
export function listRemarks(sql: Sql, advisoryId: number, organisationId: number) {
  return sql<SaidRemark[]>`
    SELECT k.id, v.ordinal, k.origin, c.name AS contact, k.said_by, k.remark,
           k.suspicion IS NOT NULL AND k.confirmed_at IS NULL AS doubted, k.at
    FROM acknowledgements k
    JOIN versions v      ON v.id = k.version_id
    LEFT JOIN contacts c ON c.id = k.contact_id
    WHERE v.advisory_id = ${advisoryId} AND k.organisation_id = ${organisationId} AND k.remark IS NOT NULL
    ORDER BY k.id DESC
    LIMIT ${most}`;
}
