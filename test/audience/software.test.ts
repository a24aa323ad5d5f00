import { expect, test } from 'vitest';
import { compareVersion, usesProduct } from '../../src/audience/software.ts';

const gateway = {
  vendor: 'Citrix',
  name: 'Application Delivery Controller (ADC, formerly NetScaler ADC)',
  cpe: 'cpe:2.3:a:citrix:application_delivery_controller_firmware:*:*:*:*:*:*:*:*',
  versions: [
    { version: '12.1', status: 'affected' as const },
    { version: '13.0.47.24', status: 'fixed' as const },
  ],
};

test.each([
  ['the full name', { vendor: 'Citrix', product: 'Application Delivery Controller' }],
  ['an abbreviation with the vendor before it', { vendor: 'citrix', product: 'Citrix ADC' }],
  ['the old name', { vendor: 'CITRIX', product: 'NetScaler ADC' }],
  ['a part of the name', { vendor: 'Citrix', product: 'NetScaler' }],
  [
    'a CPE of the device, other words',
    {
      vendor: 'Citrix Systems',
      product: 'load balancer',
      cpe: 'cpe:2.3:h:citrix:application_delivery_controller:-:*:*:*:*:*:*:*',
    },
  ],
])('%s is a yes', (_, use) => {
  expect(usesProduct(use, gateway)).toBe(true);
});

test.each([
  ['another product of the vendor', { vendor: 'Citrix', product: 'Workspace' }],
  ['the same product name of another vendor', { vendor: 'F5', product: 'ADC' }],
])('%s is a no', (_, use) => {
  expect(usesProduct(use, gateway)).toBe(false);
});

test('a package URL matches without its version', () => {
  const log4j = {
    vendor: 'Apache',
    name: 'Log4j',
    purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
    versions: [],
  };
  const use = {
    vendor: '?',
    product: '?',
    purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
  };
  expect(usesProduct(use, log4j)).toBe(true);
});

test.each([
  ['12.1', 'affected'],
  ['13.0.47.24', 'not affected'],
  ['12.1 build 55', 'cannot tell'],
  ['', 'cannot tell'],
])('version %j is %s', (version, expected) => {
  expect(compareVersion({ vendor: 'Citrix', product: 'ADC', version }, gateway)).toBe(expected);
});
