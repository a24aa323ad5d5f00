import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Guard } from './guard.ts';

/** Thrown where a connection would have left for a place that the guard shuts. */
export class ForbiddenTarget extends Error {
  readonly code = 'EFORBIDDEN';
}

/**
 * The name lookup of a socket: the addresses that it answers are the ones that the socket connects to, so a name that
 * resolves otherwise a moment later gains nothing. One shut address among them shuts them all.
 */
export function createLookup(guard: Guard, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, [], 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => guard(address)))
        return callback(new ForbiddenTarget('The name leads to an address that is shut.'), [], 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
