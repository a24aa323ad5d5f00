import type { Sql } from '../database/connect.ts';
import type { Choice, Origin, ResponseStatus } from './choice.ts';
import { countedAnswers } from './standing-answer.ts';

/** How one organisation of a delivery stands, as its contact may see it. */
export type Standing = {
  deliveryId: number;
  organisationId: number;
  name: string;
  /** This contact's newest answer that counts, to this version or a newer one. */
  choice: Choice | null;
  saidBy: string | null;
  remark: string | null;
  origin: Origin | null;
  answeredAt: Date | null;
  answeredOrdinal: number | null;
  late: boolean | null;
  /** What came last through this link, looks automatic and does not count yet. */
  pendingChoice: Choice | null;
  pendingAt: Date | null;
  suspicion: string | null;
  /** The organisation's newest response to the request; name and arguments are shown to who wrote them alone. */
  status: ResponseStatus | null;
  respondedAt: Date | null;
  respondedBy: string | null;
  explanation: string[] | null;
};

/** A row per organisation of each delivery, by name. Colleagues' answers stay out: the link is one contact's. */
export function listStandings(sql: Sql, deliveryIds: number[]) {
  return sql<Standing[]>`
    SELECT d.id AS delivery_id, o.id AS organisation_id, o.name,
           c.choice, c.said_by, c.remark, c.origin, c.counted_at AS answered_at, c.ordinal AS answered_ordinal, c.late,
           p.choice AS pending_choice, p.at AS pending_at, p.suspicion,
           r.status, r.at AS responded_at,
           CASE WHEN r.contact_id = d.contact_id THEN coalesce(r.said_by, rc.name) END AS responded_by,
           CASE WHEN r.contact_id = d.contact_id THEN r.explanation END AS explanation
    FROM deliveries d
    JOIN dispatches s    ON s.id = d.dispatch_id
    JOIN versions dv     ON dv.id = s.version_id
    JOIN organisations o ON o.id = ANY(d.organisation_ids)
    LEFT JOIN LATERAL (${countedAnswers(sql)}
        AND v.advisory_id = dv.advisory_id AND v.ordinal >= dv.ordinal
        AND a.organisation_id = o.id AND a.contact_id = d.contact_id
      ORDER BY counted_at DESC, a.id DESC LIMIT 1) c ON true
    LEFT JOIN LATERAL (
      SELECT * FROM (SELECT * FROM acknowledgements a WHERE a.delivery_id = d.id AND a.organisation_id = o.id
                     ORDER BY a.at DESC, a.id DESC LIMIT 1) last
      WHERE suspicion IS NOT NULL AND confirmed_at IS NULL) p ON true
    LEFT JOIN LATERAL (
      SELECT * FROM responses WHERE dispatch_id = d.dispatch_id AND organisation_id = o.id
      ORDER BY at DESC, id DESC LIMIT 1) r ON true
    LEFT JOIN contacts rc ON rc.id = r.contact_id
    WHERE d.id = ANY(${deliveryIds}::bigint[])
    ORDER BY o.name`;
}
