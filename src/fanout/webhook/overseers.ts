import type { Role } from '../../operator/role.ts';

/** Who sees what partners' machines are told, beside the partner itself. */
export const overseers: readonly Role[] = ['duty officer', 'administrator', 'auditor'];

/** Who of them has things sent there. */
export const senders: readonly Role[] = ['administrator', 'duty officer'];
