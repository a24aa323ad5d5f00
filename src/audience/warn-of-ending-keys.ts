import type { Hub } from '../hub.ts';
import { findSigner } from '../openpgp.ts';
import { type NewTask, openTask } from '../task.ts';
import { endsSoon, noticeDays } from './encryption-key.ts';

const day = 86_400_000;

/** Opens a task for each key that ends soon or has ended, once: a contact's, and the hub's own. The promise is how many. */
export async function warnOfEndingKeys(hub: Hub): Promise<number> {
  const tasks = [...(await listEnding(hub)), ...(await ownEnding(hub))];
  let opened = 0;
  for (const task of tasks) if (await hub.sql.begin((sql) => openTask(sql, task))) opened += 1;
  return opened;
}

/** Contacts' keys that nobody was told of. Where several addresses lead to the contact, the preferred one stands for it. */
async function listEnding({ sql }: Hub): Promise<NewTask[]> {
  const keys = await sql<
    {
      id: number;
      fingerprint: string;
      endsAt: Date;
      addressId: number | null;
      organisationId: number | null;
    }[]
  >`
    SELECT k.id, k.fingerprint, k.ends_at, a.id AS address_id, co.organisation_id
    FROM encryption_keys k
    JOIN contacts c ON c.id = k.contact_id AND c.removed_at IS NULL
    LEFT JOIN LATERAL (SELECT id FROM addresses WHERE contact_id = c.id
                       ORDER BY channel <> 'email', preference, id LIMIT 1) a ON true
    LEFT JOIN LATERAL (SELECT organisation_id FROM contact_organisations WHERE contact_id = c.id
                       ORDER BY organisation_id LIMIT 1) co ON true
    WHERE k.removed_at IS NULL AND ${endsSoon(sql)} AND ${untold(sql, sql`'key:' || k.id`)}
    ORDER BY k.ends_at LIMIT 1000`;
  return keys.map(({ id, addressId, organisationId, ...key }) => ({
    kind: 'key expires' as const,
    subject: `key:${id}`,
    ...(addressId === null ? { organisationId: organisationId ?? undefined } : { addressId }),
    detail: saying(key),
  }));
}

/** The one that signs; from its end on the hub has none. */
async function ownEnding({ sql, config }: Hub): Promise<NewTask[]> {
  const signer = await findSigner(config);
  if (!signer?.endsAt || signer.endsAt.getTime() > Date.now() + noticeDays * day) return [];
  const subject = `OPENPGP_KEY:${signer.fingerprint}`;
  const [row] = await sql<[{ isNew: boolean }]>`SELECT ${untold(sql, sql`${subject}`)} AS is_new`;
  const { fingerprint, endsAt } = signer;
  return row.isNew
    ? [{ kind: 'key expires', subject, detail: saying({ fingerprint, endsAt }) }]
    : [];
}

const untold = (sql: Hub['sql'], subject: ReturnType<Hub['sql']>) => sql`
  NOT EXISTS (SELECT FROM tasks t WHERE t.kind = 'key expires' AND t.subject = ${subject})`;

const saying = ({ fingerprint, endsAt }: { fingerprint: string; endsAt: Date }) =>
  `OpenPGP ${fingerprint}: ${endsAt.toISOString().slice(0, 10)}`;
