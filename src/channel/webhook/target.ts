import { isIP } from 'node:net';
import { createGuard } from '../http/guard.ts';

/**
 * Why nothing is posted to a URL, or null. Only TLS keeps what an advisory says from the wire, so plain http is for
 * literal addresses that the settings allow. Where a name leads is looked at when the connection is made.
 */
export function whyNotTarget(target: string, allow: readonly string[]): string | null {
  if (!URL.canParse(target)) return 'is not a URL';
  const { protocol, username, password, hash, hostname } = new URL(target);
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://';
  if (username !== '' || password !== '') return 'must not hold a name or password';
  if (hash !== '') return 'must not end in a fragment';
  const literal = hostname.replace(/^\[|\]$/g, '');
  const isLiteral = isIP(literal) !== 0;
  if (isLiteral && !createGuard(allow)(literal)) return 'must be on the public internet';
  if (protocol === 'https:') return null;
  const isAllowed = isLiteral && createGuard(allow, 'no other')(literal);
  return isAllowed ? null : 'must begin with https://';
}
