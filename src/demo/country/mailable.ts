import type { InventedContact } from './invented.ts';

/** Where a contact reads its mail: its first address that works and takes mail; undefined where there is none. */
export function mailboxOf({ addresses }: InventedContact): string | undefined {
  return addresses.find(
    ({ channel, verified, disabled, temper }) =>
      channel === 'email' && verified && !disabled && temper !== 'unknown' && temper !== 'full',
  )?.target;
}

/** Organisations of which nobody can be mailed: the addresses that they gave are missing or do not work. */
export function listUnmailable(contacts: InventedContact[]): string[] {
  const hears = new Map<string, boolean>();
  for (const contact of contacts)
    for (const { name } of contact.organisations)
      hears.set(name, (hears.get(name) ?? false) || mailboxOf(contact) !== undefined);
  return [...hears].filter(([, any]) => !any).map(([name]) => name);
}
