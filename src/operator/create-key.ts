import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { hashOf } from '../database/hash.ts';
import { tlp } from '../database/schema/word.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { hintOf, inventKey } from './api-key.ts';
import { type Operator, requireRole } from './operator.ts';
import { type Role, roles } from './role.ts';

/** In days. A key that nobody looks after ends by itself. */
export const longestTerm = 400;

const schema = z.strictObject({
  operatorId: z.int().positive(),
  name: z.string().trim().min(1, 'Say what the key is for.').max(100),
  /** What of its owner's roles it may use; none: it reads. */
  roles: z.array(z.enum(roles)).default([]),
  expiresAt: z.date(),
  /** Whose machine will hold it, if it is not the owner's own; only an administrator gives such a key out. */
  partner: z
    .strictObject({
      organisationId: z.int().positive(),
      tlpCeiling: z.enum(tlp.enumValues),
    })
    .optional(),
});

/** A key of an operator's, without the key. */
export type CreatedKey = { id: number; key: string };

/**
 * Makes an API key of an operator's own. The key is shown this once; the hub keeps its hash. It acts as its owner, with
 * those of these roles that the owner has at the time.
 * @throws HubError invalid | forbidden
 */
export async function createKey(hub: Hub, input: z.input<typeof schema>): Promise<CreatedKey> {
  const asked = parse(schema, input);
  requireTerm(asked.expiresAt);
  return hub.sql.begin(async (sql) => {
    const owner = await requireRole(
      sql,
      asked.operatorId,
      asked.partner ? ['administrator'] : roles,
    );
    if (asked.partner) await requirePartner(sql, asked.partner.organisationId, asked.roles);
    const foreign = asked.roles.filter((role) => !owner.roles.includes(role));
    if (foreign.length > 0) {
      const message = `A key can do no more than its owner, who is not ${foreign.join(' or ')}.`;
      throw new HubError('invalid', message, [{ path: 'roles', message }]);
    }
    return insertKey(sql, { owner, ...asked });
  });
}

type NewKey = Pick<z.output<typeof schema>, 'name' | 'roles' | 'expiresAt' | 'partner'> & {
  owner: Operator;
};

/** Keeps the hash of a new key, and says in the audit trail that there is one. */
export async function insertKey(sql: Sql, wish: NewKey): Promise<CreatedKey> {
  const { owner, name, roles, expiresAt, partner } = wish;
  const key = inventKey();
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO api_keys (operator_id, name, hint, key_hash, roles, organisation_id, tlp_ceiling, expires_at)
    VALUES (${owner.id}, ${name}, ${hintOf(key)}, ${hashOf(key)}, ${roles}::text[],
            ${partner?.organisationId ?? null}, ${partner?.tlpCeiling ?? null}, ${expiresAt})
    RETURNING id`;
  await record(sql, {
    actor: `operator:${owner.id}`,
    action: 'create key',
    object: `key:${row.id}`,
    detail: { owner: owner.id, roles, expiresAt, ...(partner && { partner }) },
  });
  return { id: row.id, key };
}

/** @throws HubError invalid */
async function requirePartner(sql: Sql, organisationId: number, asked: Role[]): Promise<void> {
  const [organisation] = await sql`
    SELECT FROM organisations WHERE id = ${organisationId} AND removed_at IS NULL FOR KEY SHARE`;
  const wrong = organisation
    ? asked.length > 0 && {
        path: 'roles',
        message: 'A partner’s key has no roles: leave them out.',
      }
    : { path: 'partner.organisationId', message: 'There is no such organisation.' };
  if (wrong) throw new HubError('invalid', wrong.message, [wrong]);
}

/** @throws HubError invalid: a key ends in the future, and not too late */
export function requireTerm(expiresAt: Date): void {
  const days = (expiresAt.getTime() - Date.now()) / 86_400_000;
  if (days > 0 && days <= longestTerm) return;
  const message = `Let the key end in the future, within ${longestTerm} days.`;
  throw new HubError('invalid', message, [{ path: 'expiresAt', message }]);
}
