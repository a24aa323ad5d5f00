import type { Chance } from './chance.ts';
import type { InventedUse } from './invented.ts';

/** What people write when they are asked what they run: by its old name, with or without a build, or not at all. */
const affected: readonly InventedUse[] = [
  { vendor: 'Citrix', product: 'ADC', version: '12.1' },
  { vendor: 'Citrix', product: 'NetScaler Gateway', version: '11.1' },
  { vendor: 'Citrix', product: 'Gateway', version: '13.0' },
  { vendor: 'Citrix', product: 'NetScaler ADC', version: '12.0' },
  { vendor: 'Citrix', product: 'ADC', version: '12.1 build 55.13' },
  { vendor: 'Citrix', product: 'Application Delivery Controller' },
  {
    vendor: 'Citrix',
    product: 'ADC',
    cpe: 'cpe:2.3:a:citrix:application_delivery_controller_firmware:13.0:*:*:*:*:*:*:*',
    version: '13.0',
  },
];

const others: readonly InventedUse[] = [
  { vendor: 'Vogelvlucht Software', product: 'Roosterplanner', version: '4.2' },
  { vendor: 'Zeearend', product: 'Mailpoort', version: '9' },
  { vendor: 'Koperdraad', product: 'Meetnet SCADA', version: '2019.2' },
  { vendor: 'Nachtuil', product: 'Deurbeheer' },
];

/** What an organisation said that it runs; `likelihood` is how likely the vulnerable product is among it. */
export function drawUses(chance: Chance, likelihood: number): InventedUse[] {
  const uses: InventedUse[] = [];
  if (chance.happens(likelihood)) uses.push(chance.pick(affected));
  if (chance.happens(0.5)) uses.push(chance.pick(others));
  return uses;
}
