import { normalizeDomain } from 'nodemailer/lib/shared';
import { DeliveryError } from '../../errors.ts';

const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const localPart = new RegExp(`^${atom}(\\.${atom})*$`, 'u');
const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

/**
 * The address as it goes over the wire: the domain in its ASCII form; what stands before it may be letters of any script
 * (RFC 6531 §3.3). Quoted local parts are refused, spaces, controls and line ends with them, so nothing of an address can
 * become a header or a command.
 * @throws DeliveryError permanent; it does not repeat the address
 */
export function wireAddress(target: string): string {
  const at = target.lastIndexOf('@');
  const local = target.slice(0, at);
  const named = target.slice(at + 1);
  // Checked before the conversion, which reads a few characters as others.
  const domain = /^[\p{L}\p{M}\p{N}.-]+$/u.test(named) ? asciiOf(named) : '';
  const usable =
    at > 0 &&
    Buffer.byteLength(local) <= 64 &&
    localPart.test(local) &&
    domain.length > 0 &&
    domain.length <= 253 &&
    domain.split('.').every((part) => part.length <= 63 && label.test(part));
  if (!usable) {
    const message = 'The address is not one that mail can be sent to; correct it.';
    throw new DeliveryError(message, { permanent: true });
  }
  return `${local}@${domain}`;
}

const asciiOf = (domain: string) =>
  /^[a-z0-9.-]+$/i.test(domain) ? domain.toLowerCase() : normalizeDomain(domain, false);
