import { describe, expect, it } from 'vitest';
import { messageKey, readMessageKey } from '../../src/acknowledgement/message-key.ts';
import { readViewNonce, viewNonce, viewTerm } from '../../src/acknowledgement/nonce.ts';
import { acknowledgementLink, linkToken, readLinkToken } from '../../src/acknowledgement/token.ts';

const key = (id: string) => ({ id, key: Buffer.alloc(32, id) });
const [first, second] = [key('k1'), key('k2')];
const codeOf = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the token of a link', () => {
  it.each([1, 35, 123_456_789, 2 ** 47])('carries delivery %i there and back', (deliveryId) => {
    expect(readLinkToken([first], linkToken([first], deliveryId))).toBe(deliveryId);
  });

  it('is 32 characters, so that the whole address fits a line of mail', () => {
    const config = { publicUrl: 'https://advisories.example.nl', linkKeys: [first] };
    expect(acknowledgementLink(config, 9_999_999).length).toBeLessThan(76);
  });

  it('outlives a rotation while the old key is kept, and is gone when it is not', () => {
    const token = linkToken([first], 7);
    expect(readLinkToken([second, first], token)).toBe(7);
    expect(codeOf(() => readLinkToken([second], token))).toBe('gone');
  });

  it('is refused when any character but the key mark changes', () => {
    const token = linkToken([first], 7);
    for (let at = 3; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const wrong = token.slice(0, at) + other + token.slice(at + 1);
      expect(codeOf(() => readLinkToken([first], wrong))).toBe('not_found');
    }
  });

  it.each(['', 'x', 'a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}!`])(
    'is refused when it has another shape: %j',
    (token) => expect(codeOf(() => readLinkToken([first], token))).toBe('not_found'),
  );
});

describe('the key of a message', () => {
  it('is the same every time, and leads back in whatever case it returns', () => {
    const text = messageKey([first], 123_456);
    expect(text).toMatch(/^2n9c\.[a-z2-7]{10}$/);
    expect(messageKey([first], 123_456)).toBe(text);
    expect(readMessageKey([second, first], text.toUpperCase())).toBe(123_456);
  });

  it('stays what it was when a new link key comes in front', () => {
    expect(messageKey([second, first], 7)).toBe(messageKey([first], 7));
  });

  it.each(['2n9d.aaaaaaaaaa', '2n9c', '', 'x.y', '2n9c.aaaaaaaaaaa'])('refuses %j', (text) => {
    expect(readMessageKey([first], text)).toBeNull();
  });

  it('is no good for another delivery', () => {
    const [, seal] = messageKey([first], 1).split('.');
    expect(readMessageKey([first], `2.${seal}`)).toBeNull();
  });
});

describe('the nonce of a page view', () => {
  const at = new Date('2020-01-17T12:00:00Z');
  const later = (ms: number) => new Date(at.getTime() + ms);

  it('tells when the page was shown, and tells two showings apart', () => {
    const [one, two] = [1, 2].map(() =>
      viewNonce([first], { deliveryId: 7, question: 'first', at }),
    ) as [string, string];
    const read = (nonce: string) => readViewNonce([first], nonce, { deliveryId: 7, now: later(1) });
    expect(read(one)?.at).toEqual(at);
    expect(read(one)?.id).not.toBe(read(two)?.id);
  });

  it('holds for its own link and for a day', () => {
    const nonce = viewNonce([first], { deliveryId: 7, question: 'first', at });
    const read = (deliveryId: number, now: Date, keys = [first]) =>
      readViewNonce(keys, nonce, { deliveryId, now });
    expect(read(8, later(1))).toBeNull();
    expect(read(7, later(viewTerm))).not.toBeNull();
    expect(read(7, later(viewTerm + 1))).toBeNull();
    expect(read(7, later(1), [second])).toBeNull();
    expect(readViewNonce([first], 'nonsense', { deliveryId: 7, now: at })).toBeNull();
  });
});
