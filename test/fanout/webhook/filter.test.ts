import { expect, test } from 'vitest';
import { type Filter, type Said, wants } from '../../../src/fanout/webhook/filter.ts';

const adc = { vendor: 'Citrix', name: 'Application Delivery Controller', versions: [] };
const said: Said = { type: 'publication', risk: 'M/H', products: [adc] };
const notice: Said = { type: 'notice', risk: null, products: [] };

test.each<[Partial<Filter>, Said, boolean]>([
  [{}, said, true],
  [{}, notice, true],
  [{ eventTypes: ['publication'] }, said, true],
  [{ eventTypes: ['notice', 'request'] }, said, false],
  [{ eventTypes: ['notice'] }, notice, true],
  [{ risks: ['H/H', 'M/H'] }, said, true],
  [{ risks: ['H/H'] }, said, false],
  [{ risks: ['H/H'] }, notice, true],
  [{ products: [{ vendor: 'citrix', product: null }] }, said, true],
  [{ products: [{ vendor: 'Microsoft', product: null }] }, said, false],
  [{ products: [{ vendor: 'Citrix', product: 'Application Delivery Controller' }] }, said, true],
  [{ products: [{ vendor: 'Citrix', product: 'Gateway' }] }, said, false],
  [{ products: [{ vendor: 'Microsoft', product: null }] }, notice, true],
  [{ products: [{ vendor: 'Microsoft', product: null }] }, { ...said, products: [] }, true],
  [{ risks: ['M/H'], products: [{ vendor: 'Microsoft', product: null }] }, said, false],
])('%j and %j: %s', (filter, what, expected) =>
  expect(wants({ eventTypes: [], risks: [], products: [], ...filter }, what)).toBe(expected),
);
