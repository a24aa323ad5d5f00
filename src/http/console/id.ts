import { HubError } from '../../errors.ts';

/** The id in an address. @throws HubError not_found: it is none */
export function idOf(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 31) return Number(text);
  throw new HubError('not_found', 'There is no such page.');
}
