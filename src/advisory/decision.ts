import type { Sql } from '../database/connect.ts';
import type { Consent } from './consent.ts';

/** Who decided, when, and with whose consent. */
export type Decision = {
  approvalId: number;
  operatorId: number;
  operator: string;
  at: Date;
  breakGlass: string | null;
  consents: (Omit<Consent, 'saidBy'> & { saidBy: string | null })[];
};

/** The decisions with these approval ids. */
export async function findDecisions(
  sql: Sql,
  approvalIds: number[],
): Promise<Map<number, Decision>> {
  const approvals = await sql<Omit<Decision, 'consents'>[]>`
    SELECT a.id AS approval_id, a.operator_id, o.name AS operator, a.at, a.break_glass
    FROM approvals a JOIN operators o ON o.id = a.operator_id
    WHERE a.id = ANY(${approvalIds}::int[])`;
  const consents = await sql<(Decision['consents'][number] & { approvalId: number })[]>`
    SELECT approval_id, office, said_by, given_at, means FROM consents
    WHERE approval_id = ANY(${approvalIds}::int[])
    ORDER BY id`;
  const consentsOf = (approvalId: number) =>
    consents
      .filter((consent) => consent.approvalId === approvalId)
      .map(({ approvalId: _, ...consent }) => consent);
  return new Map(
    approvals.map((each) => [each.approvalId, { ...each, consents: consentsOf(each.approvalId) }]),
  );
}
