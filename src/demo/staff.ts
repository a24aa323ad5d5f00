import type { Hub } from '../hub.ts';
import { createOperator } from '../operator/create-operator.ts';
import type { Role } from '../operator/role.ts';

/** The people of the demo's CSIRT, made up like everybody else in it. */
export type Staff = Record<keyof typeof roles, number>;

// The administrators come last: from two of them on, giving out roles takes both.
const roles = {
  Anouk: ['author'],
  Mees: ['author'],
  Pieter: ['approver'],
  Dewi: ['duty officer', 'author'],
  Ruben: ['auditor'],
  Fatima: ['administrator'],
  Jelle: ['administrator', 'approver'],
} as const satisfies Record<string, readonly Role[]>;

/** The address that an operator signs in with. */
export const emailOf = (name: keyof Staff) => `${name.toLowerCase()}@csirt.example`;

/** Gives everybody who works at the CSIRT an account; the promise is their ids. */
export async function hireStaff(hub: Hub): Promise<Staff> {
  const staff: Partial<Staff> = {};
  for (const [name, held] of Object.entries(roles) as [keyof Staff, readonly Role[]][]) {
    const operator = await createOperator(hub, { name, email: emailOf(name), roles: [...held] });
    staff[name] = operator.id;
  }
  return staff as Staff;
}
