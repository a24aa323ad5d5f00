import type { Country } from './invented.ts';
import type { Temper } from './temper.ts';

/** The addresses that do not simply take their mail, with how they treat it. */
export function listTempers({ contacts }: Country): Record<string, Temper> {
  const addresses = contacts.flatMap((contact) => contact.addresses);
  return Object.fromEntries(
    addresses.flatMap(({ target, temper }) => (temper ? [[target, temper]] : [])),
  );
}
