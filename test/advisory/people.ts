import type { Hub } from '../../src/hub.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import type { Role } from '../../src/operator/role.ts';

/** The people of the CSIRT, by operator id. */
export type People = {
  /** Writes. */
  anouk: number;
  /** Approves. */
  pieter: number;
  /** Is on duty. */
  dewi: number;
  /** Administers: whom there is to warn, and by which policy. */
  fatima: number;
};

/** Gives Anouk, Pieter, Dewi and Fatima their accounts. */
export async function hirePeople(hub: Hub): Promise<People> {
  const hire = async (name: string, role: Role) => {
    const email = `${name.toLowerCase()}@csirt.example`;
    const { id } = await createOperator(hub, { name, email, roles: [role], language: 'en' });
    return id;
  };
  return {
    anouk: await hire('Anouk', 'author'),
    pieter: await hire('Pieter', 'approver'),
    dewi: await hire('Dewi', 'duty officer'),
    fatima: await hire('Fatima', 'administrator'),
  };
}
