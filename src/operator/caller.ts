import type { apiKeys } from '../database/schema/operator.ts';
import type { Operator } from './operator.ts';
import type { Role } from './role.ts';

/** Who makes a request: an operator, signed in or through a key of theirs. A key counts as its owner (promise 6). */
export type Caller = {
  operator: Operator;
  /** What this request may use of the operator's roles: all of them when signed in, the key's scope otherwise. */
  roles: readonly Role[];
  via: 'session' | 'key';
  /** The key is a partner's: its owner only gave it out. It opens what is for partners, up to the ceiling. */
  partner?: Partner | undefined;
};

/** The organisation whose machine holds a key, and the narrowest label that it may read. */
export type Partner = {
  /** The key that was shown. */
  keyId: number;
  organisationId: number;
  tlpCeiling: NonNullable<typeof apiKeys.$inferSelect.tlpCeiling>;
};
