import type { Letter, LetterEvent, Recipient } from '../channel.ts';
import { slot } from '../channel.ts';

/** Above it a document goes by its address. In bytes, as it stands in the message. */
export const largestDocument = 256 * 1024;

/** In whose name events are sent (CloudEvents as the Dutch government profile asks). */
export type Origin = { source: string; typePrefix: string };

/** A URN for `source` and a reverse domain name for `type`, of the host that the hub is reached under. */
export function originOf(hostname: string): Origin {
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]/i.test(hostname);
  const name = isName ? hostname.toLowerCase() : 'localhost';
  return {
    source: `urn:nld:${name}:semafoor`,
    typePrefix: `${name.split('.').reverse().join('.')}.semafoor`,
  };
}

/** What may stand inside an event, beside its head. */
export type Inside = { csaf: string | null; text: string | null; csafUrl: string | null };

/** One event in CloudEvents 1.0's structured JSON. The key of the delivery is its id, so a repetition is known as one. */
export function writeEvent(
  { source, typePrefix }: Origin,
  event: LetterEvent,
  recipient: Recipient,
  inside: Inside,
): Uint8Array {
  const { type, subject, at, data } = event;
  const head = {
    specversion: '1.0',
    id: recipient.key,
    source,
    type: `${typePrefix}.${type}`,
    ...(subject === null ? {} : { subject }),
    ...(at === null ? {} : { time: at.toISOString() }),
    datacontenttype: 'application/json',
  };
  const told = {
    ...data,
    ...(type === 'test'
      ? {}
      : { deliveryId: recipient.deliveryId, acknowledgeUrl: recipient.slots.acknowledge }),
    ...(inside.text === null ? {} : { text: inside.text }),
    ...(inside.csafUrl === null ? {} : { csafUrl: inside.csafUrl }),
  };
  // A document is text already: parsing and writing it again for every partner would change nothing in it.
  const csaf = inside.csaf === null ? '' : `,"csaf":${inside.csaf}`;
  const written = `${JSON.stringify({ ...head, data: told }).slice(0, -2)}${csaf}}}`;
  return Buffer.from(written);
}

/** The letter's text with what is the recipient's own in it. */
export function textOf(letter: Letter, { slots }: Recipient): string {
  return letter.text
    .replaceAll(slot('acknowledge'), slots.acknowledge)
    .replaceAll(slot('unsubscribe'), slots.unsubscribe);
}
