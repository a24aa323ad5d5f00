import { findVersion } from '../src/advisory/version.ts';
import type { Letter } from '../src/channel/channel.ts';
import { channelsOf, linksOf } from '../src/command/channels.ts';
import type { Hub } from '../src/hub.ts';
import { advisoryLetter } from '../templates/advisory-letter.tsx';

/** Prose that brings a mail, text and HTML together, near six thousand bytes. */
export const description = Array.from(
  { length: 2 },
  (_, n) =>
    `Alinea ${n + 1}. Een kwaadwillende kan zonder in te loggen opdrachten uitvoeren op het apparaat, en zo toegang krijgen tot het netwerk erachter. Er is nog geen update; tot die er is beperken de stappen hieronder de kans op misbruik, niet de schade.`,
).join('\n\n');

/** The letter that a version is to a contact, as fan-out would compose it. */
export async function letterFor({ sql, config }: Hub, versionId: number): Promise<Letter> {
  return advisoryLetter({
    version: await findVersion(sql, versionId),
    previous: null,
    dispatch: {
      reason: 'publication',
      coveringNote: null,
      requestKind: null,
      requestedBy: null,
      conditions: [],
      deadlineAt: null,
    },
    hub: { name: config.csirtName, url: config.publicUrl },
    form: 'full',
    owner: 'contact',
    language: 'nl',
  });
}

/** How many bytes such a letter is on the wire, finished for one contact. */
export async function sizeOf(hub: Hub, letter: Letter): Promise<number> {
  const relay = {
    host: '127.0.0.1',
    port: 1,
    secure: false,
    requireTls: false,
    ignoreTls: true,
    user: undefined,
    pass: undefined,
  };
  const [email] = channelsOf({
    ...hub,
    config: { ...hub.config, mail: { ...hub.config.mail, relays: [relay] } },
  });
  if (!email) throw new Error('there is no e-mail channel');
  const links = linksOf(hub);
  const message = await email.finish(email.compose(letter), {
    deliveryId: 1,
    addressId: 1,
    target: 'provider1.0@example.nl',
    encryptionKey: null,
    key: links.key(1),
    earlierKeys: [],
    posts: [],
    writtenAt: new Date(),
    slots: links.slots(1),
  });
  return message.bytes.length;
}
