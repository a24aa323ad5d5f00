import type { InventedAddress } from './invented.ts';

/** A mail address at the organisation's own invented domain; `.example` can belong to nobody (RFC 2606 §2). */
export function mailOf(mailbox: string, organisation: string, preference = 0): InventedAddress {
  const target = `${mailbox}@${domainOf(organisation)}.example`;
  return { channel: 'email', target, preference, verified: true };
}

/** A phone number that rings nowhere: after +31 no Dutch number begins with 0. */
export function phoneOf(serial: number): InventedAddress {
  const target = `+31 0 555 ${String(serial).padStart(5, '0')}`;
  return { channel: 'phone', target, preference: 9, verified: true };
}

const domainOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
