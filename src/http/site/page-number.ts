import { HubError } from '../../errors.ts';

/** Which page of a list is asked for. @throws HubError not_found for what is no page number */
export function pageNumber(text = '1'): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new HubError('not_found', 'There is no such page.');
}
