import { expect, it } from 'vitest';
import { acknowledgementLink, unsubscribeLink } from '../../src/acknowledgement/token.ts';
import { linksOf } from '../../src/command/channels.ts';
import type { Hub } from '../../src/hub.ts';

it('seals a link when a message asks for it, and once', () => {
  const sealed = { publicUrl: 'https://advisories.example.nl', linkKeys: [linkKey('k1')] };
  let asked = 0;
  const config = {
    ...sealed,
    get linkKeys() {
      asked += 1;
      return sealed.linkKeys;
    },
  };
  const slots = linksOf({ config } as unknown as Hub).slots(7);
  expect(asked).toBe(0);
  expect([slots.acknowledge, slots.acknowledge]).toEqual(
    Array(2).fill(acknowledgementLink(sealed, 7)),
  );
  expect(asked).toBe(1);
  expect(slots.unsubscribe).toBe(unsubscribeLink(sealed, 7));
});

const linkKey = (id: string) => ({ id, key: Buffer.alloc(32, id) });
