import type { Role } from '../../../src/operator/role.ts';

/**
 * Who a route is for. `nobody` came without session or key, `reader` with a key that has no roles, `partner` with
 * one that was made for a partner. A line per route:
 * `METHOD path` as the app has it, and everyone who gets through; who is not named is turned away.
 */
export type Caller = Role | 'nobody' | 'reader' | 'partner';
export type Rights = Record<string, readonly Caller[]>;

export const everyRole: readonly Caller[] = [
  'author',
  'approver',
  'duty officer',
  'administrator',
  'auditor',
];
/** Whoever has an account, by any key too. */
export const everyone: readonly Caller[] = [...everyRole, 'reader'];
/** The public as well. */
export const open: readonly Caller[] = [...everyone, 'nobody', 'partner'];
