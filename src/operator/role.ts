/**
 * What an operator may do.
 * `author`: write and import · `approver`: approve what others wrote · `duty officer`: publish, watch, phone, send again ·
 * `administrator`: accounts, audiences, policy · `auditor`: read everything, change nothing.
 */
export const roles = ['author', 'approver', 'duty officer', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];
