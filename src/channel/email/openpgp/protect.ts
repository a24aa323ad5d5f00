import { DeliveryError } from '../../../errors.ts';
import type { Recipient } from '../../channel.ts';
import type { Segments } from '../compose.ts';
import type { Draft, Entity } from '../finish.ts';
import type { Crypt } from './crypt.ts';
import { encrypted } from './encrypted.ts';
import { type Sign, signed } from './signed.ts';

/**
 * Returns the function that encrypts a draft for whoever gave a key, and signs it for everybody else. A letter that is
 * the same for all (public mail, which has no personal link) is signed once.
 */
export function createProtector(crypt: Crypt | undefined) {
  const shared = new WeakMap<Segments, Promise<Entity>>();

  function signOnce(sign: Sign, segments: Segments, draft: Draft): Promise<Entity> {
    const known = shared.get(segments);
    if (known) return known;
    const made = signed(sign, draft);
    shared.set(segments, made);
    made.catch(() => shared.delete(segments));
    return made;
  }

  /** @throws DeliveryError permanent: it may leave encrypted only, and cannot be */
  return (
    draft: Draft,
    segments: Segments,
    { encryptionKey }: Recipient,
  ): Draft | Promise<Draft> => {
    if (crypt && encryptionKey !== null) return encrypted(crypt, draft, encryptionKey);
    if (segments.sealed) throw unreadable();
    const sign = crypt?.sign;
    if (!sign) return draft;
    const entity =
      segments.gaps.length === 0 ? signOnce(sign, segments, draft) : signed(sign, draft);
    return entity.then(({ contentType, body }) => ({ ...draft, contentType, body }));
  };
}

const unreadable = () =>
  new DeliveryError('Nothing was sent: it may only leave encrypted, and there is no usable key.', {
    permanent: true,
  });
