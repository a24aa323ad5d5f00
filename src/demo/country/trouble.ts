import type { InventedAddress, InventedContact } from './invented.ts';
import type { Temper } from './temper.ts';

/** A mailbox that the month has trouble with, by the provider's place in the country and the role that reads it. */
const tempered: Record<number, Temper> = {
  3: 'greylists',
  21: 'unknown',
  64: 'full',
  97: 'greylists',
  133: 'unknown',
  158: 'slow',
  190: 'unknown',
  222: 'full',
  251: 'greylists',
  289: 'unknown',
  311: 'greylists',
  347: 'unknown',
  381: 'unknown',
};

/** Providers of which nobody can be mailed: they can only be phoned, and the preview says so. */
const unmailable: Record<number, 'phone only' | 'returned' | 'unverified'> = {
  45: 'phone only',
  146: 'returned',
  263: 'unverified',
  390: 'phone only',
};

/** Lays the month's troubles over the contacts of the vital providers, given in the country's order. */
export function addTrouble(contacts: InventedContact[], providers: string[]): InventedContact[] {
  return contacts.map((contact) => {
    const [first, second] = contact.organisations;
    const place = first && !second ? providers.indexOf(first.name) : -1;
    const temper = first?.role === 'CISO' ? tempered[place] : undefined;
    return { ...contact, addresses: contact.addresses.flatMap((a) => trouble(a, place, temper)) };
  });
}

function trouble(
  address: InventedAddress,
  place: number,
  temper: Temper | undefined,
): InventedAddress[] {
  if (address.channel !== 'email') return [address];
  const problem = unmailable[place];
  if (problem === 'phone only') return [];
  if (problem === 'returned') return [{ ...address, disabled: 'mail came back three times' }];
  if (problem === 'unverified') return [{ ...address, verified: false }];
  return [temper && address.preference === 0 ? { ...address, temper } : address];
}
