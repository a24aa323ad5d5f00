import ipaddr from 'ipaddr.js';

/** Whether the hub may connect to an IP address, as text. */
export type Guard = (address: string) => boolean;

/**
 * Lets through what is on the public internet and what `allow` names (addresses and CIDR ranges). Everything that is not
 * plain unicast is shut: private, loopback, link-local (where clouds keep their metadata), carrier-grade NAT, multicast,
 * reserved, and the ways in which IPv6 carries an IPv4 address, which is judged as what it carries.
 * With `no other` nothing but what is named passes.
 */
export function createGuard(allow: readonly string[], and?: 'no other'): Guard {
  const allowed = allow.map(rangeOf);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    if (allowed.some(([net, bits]) => address.kind() === net.kind() && address.match(net, bits)))
      return true;
    return and === undefined && address.range() === 'unicast';
  };
}

/** Reads an address or a CIDR range. @throws Error when it is neither */
export function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
