import type { Product } from '../advisory/content.ts';
import { mandatoryKinds } from '../audience/kind.ts';
import type { Affectedness } from '../audience/software.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { affectednesses, affectednessOf, listUses } from './affectedness.ts';
import type { Board, BoardRow } from './board.ts';
import { newestOf, type PhoneReason, phoneReasons, whyPhone } from './why-phone.ts';

export type PhoneContact = {
  contactId: number;
  name: string;
  roles: string[];
  /** Every message of the newest version to this person failed or bounced, and its machine took none later. */
  lost: boolean;
  /** In order of preference. */
  numbers: string[];
};

/** An organisation that has to be phoned, with its people in the order in which they are tried. */
export type PhoneEntry = Omit<BoardRow, 'cells'> & {
  why: PhoneReason;
  affectedness: Affectedness;
  contacts: PhoneContact[];
};

/**
 * The organisations that the CSIRT must reach by law and has to phone: unreached ones first, at once, then who asked
 * for a call, then who is silent past a deadline; within each, who runs an affected version first.
 */
export async function listToPhone({ sql }: Hub, board: Board): Promise<PhoneEntry[]> {
  const candidates = board.rows.filter(isCandidate);
  const ids = candidates.map((row) => row.organisationId);
  const [contacts, uses, products] = await Promise.all([
    listPhoneContacts(sql, board, candidates),
    listUses(sql, ids),
    listProducts(sql, board.advisoryId),
  ]);
  const entries = candidates.flatMap(({ cells, ...organisation }) => {
    const own = contacts.get(organisation.organisationId) ?? [];
    const why = whyPhone(
      cells,
      own.some((contact) => contact.lost),
    );
    const affectedness = affectednessOf(uses.get(organisation.organisationId) ?? [], products);
    return why ? [{ ...organisation, why, affectedness, contacts: own }] : [];
  });
  return entries.toSorted(compare);
}

/** Worth asking the ledger about: there is a reason already, or somebody's mail failed. */
const isCandidate = ({ kind, cells }: BoardRow) =>
  mandatoryKinds.includes(kind) &&
  (whyPhone(cells, false) !== null || newestOf(cells)?.failed === true);

function compare(one: PhoneEntry, other: PhoneEntry): number {
  return (
    phoneReasons.indexOf(one.why) - phoneReasons.indexOf(other.why) ||
    affectednesses.indexOf(one.affectedness) - affectednesses.indexOf(other.affectedness) ||
    one.name.localeCompare(other.name, 'nl')
  );
}

/**
 * People with their numbers, in phone order. The ledger is read by address, for the few whose mail failed: whether an
 * organisation was reached is in its roll-up, whether this person was is not.
 */
export async function listPhoneContacts(
  sql: Sql,
  { columns }: Board,
  candidates: BoardRow[],
): Promise<Map<number, PhoneContact[]>> {
  const newest = candidates.map(({ cells }) => {
    const index = cells.findLastIndex((cell) => cell !== null);
    return columns[index]?.versionId as number;
  });
  const rows = await sql<(PhoneContact & { organisationId: number })[]>`
    SELECT n.organisation_id, c.id AS contact_id, c.name, array_agg(DISTINCT co.role) AS roles,
           coalesce((SELECT bool_and(d.state IN ('failed', 'bounced')
                                     AND NOT EXISTS (SELECT FROM replays r WHERE r.delivery_id = d.id AND r.sent))
                     FROM dispatches s JOIN addresses a ON a.contact_id = c.id
                     JOIN deliveries d ON d.dispatch_id = s.id AND d.address_id = a.id
                     WHERE s.version_id = n.version_id), false) AS lost,
           ARRAY(SELECT a.target FROM addresses a
                 WHERE a.contact_id = c.id AND a.channel = 'phone' AND a.disabled_at IS NULL
                 ORDER BY a.preference, a.id) AS numbers
    FROM unnest(${candidates.map((row) => row.organisationId)}::int[], ${newest}::int[])
           AS n (organisation_id, version_id)
    JOIN contact_organisations co ON co.organisation_id = n.organisation_id
    JOIN contacts c ON c.id = co.contact_id AND c.removed_at IS NULL
    GROUP BY n.organisation_id, n.version_id, c.id
    ORDER BY n.organisation_id, min(co.phone_order), c.name`;
  return Map.groupBy(rows, (row) => row.organisationId);
}

async function listProducts(sql: Sql, advisoryId: number): Promise<Product[]> {
  const [row] = await sql<{ products: Product[] }[]>`
    SELECT content -> 'products' AS products FROM versions
    WHERE advisory_id = ${advisoryId} AND state = 'published' ORDER BY ordinal DESC LIMIT 1`;
  return row?.products ?? [];
}
