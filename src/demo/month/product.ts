import type { Content } from '../../advisory/content.ts';

type Product = Content['products'][number];

const lines = ['10.5', '11.1', '12.0', '12.1', '13.0'];
const affected = lines.map((version) => ({ version, status: 'affected' as const }));

// The letter's facts name the products; which lines are vulnerable is the vendor's own article, CTX267027.
const controller = {
  vendor: 'Citrix',
  name: 'Application Delivery Controller (ADC, formerly NetScaler ADC)',
  cpe: 'cpe:2.3:a:citrix:application_delivery_controller_firmware:*:*:*:*:*:*:*:*',
};
const gateway = {
  vendor: 'Citrix',
  name: 'Gateway (formerly NetScaler Gateway)',
  cpe: 'cpe:2.3:a:citrix:gateway_firmware:*:*:*:*:*:*:*:*',
};

/** What is vulnerable until the first patches come. */
export const vulnerable: Product[] = [
  { ...controller, versions: affected },
  { ...gateway, versions: affected },
];

const patched = [
  { version: '11.1.63.15', status: 'fixed' as const },
  { version: '12.0.63.13', status: 'fixed' as const },
];

/** The same from 19 January on, when two of the five lines have a patch. */
export const partlyPatched: Product[] = [
  { ...controller, versions: [...affected, ...patched] },
  { ...gateway, versions: [...affected, ...patched] },
];
