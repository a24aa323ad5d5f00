import type { Language } from '../../../src/advisory/language.ts';
import type { Keyless as Row } from '../../../src/fanout/list-keyless.ts';
import { Table } from '../table.tsx';

const nl = {
  title: (n: number) =>
    `TLP:RED kan bij ${n} ${n === 1 ? 'contactpersoon' : 'contactpersonen'} niet in zijn geheel worden gestuurd`,
  what: 'In zijn geheel gaat het alleen versleuteld, naar de eigen sleutel van één persoon. Wie hier staat, krijgt hoogstens een verwijzing.',
  caption: 'Zonder bruikbare sleutel',
  contact: 'Contactpersoon',
  organisations: 'Organisaties',
  reason: 'Waarom',
  reasons: {
    'no key': 'geen sleutel',
    'key ended': 'de sleutel is verlopen',
    'several readers': 'functionele mailbox, met meer lezers',
  } satisfies Record<Row['reason'], string>,
  more: (n: number) => `en nog ${n}`,
};
const en: typeof nl = {
  title: (n: number) =>
    `TLP:RED cannot be sent in full to ${n} ${n === 1 ? 'contact' : 'contacts'}`,
  what: 'In full it goes encrypted only, to one person’s own key. Whoever stands here gets a pointer at most.',
  caption: 'Without a usable key',
  contact: 'Contact',
  organisations: 'Organisations',
  reason: 'Why',
  reasons: {
    'no key': 'no key',
    'key ended': 'the key has ended',
    'several readers': 'functional mailbox, with several readers',
  },
  more: (n: number) => `and ${n} more`,
};
const words: Record<Language, typeof nl> = { nl, en };

/** How many names are written out; the rest are counted. */
const most = 200;

/** Whom RED does not reach in full, for want of a key. */
export function Keyless({ keyless, language }: { keyless: Row[]; language: Language }) {
  const w = words[language];
  if (keyless.length === 0) return null;
  const rows = keyless.slice(0, most).map(({ contactId, contact, organisations, reason }) => (
    <tr>
      <th scope="row">
        <a href={`/console/contacts/${contactId}`}>{contact}</a>
      </th>
      <td>{organisations.join(', ')}</td>
      <td>{w.reasons[reason]}</td>
    </tr>
  ));
  const head = [w.contact, w.organisations, w.reason];
  return (
    <section class="loud" aria-labelledby="keyless-title">
      <h2 id="keyless-title">{w.title(keyless.length)}</h2>
      <p>{w.what}</p>
      <Table id="keyless" caption={w.caption} head={head} empty="" rows={rows} />
      {keyless.length > most && <p>{w.more(keyless.length - most)}</p>}
    </section>
  );
}
