import type { PhoneContact, PhoneEntry } from '../../../src/acknowledgement/phone-list.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { kindWords } from '../../kind-words.ts';
import { Region } from './region.tsx';
import { affectednessWords, reasonWords, words } from './words.ts';

type RowProps = { entry: PhoneEntry; trackingId: string; language: Language };
type PhoneListProps = {
  entries: PhoneEntry[];
  /** All there are, where these are not all. */
  total: number;
  trackingId: string;
  language: Language;
};

/** Whom to phone, the loudest first. */
export function PhoneList({ entries, total, trackingId, language }: PhoneListProps) {
  const w = words[language];
  const title = `${w.phoneList} (${total})`;
  if (entries.length === 0)
    return (
      <section>
        <h2>{title}</h2>
        <p>{w.nobody}</p>
      </section>
    );
  return (
    <Region id="phone-list" title={title}>
      <thead>
        <tr>
          <th scope="col">{w.organisation}</th>
          <th scope="col">{w.why}</th>
          <th scope="col">{w.software}</th>
          <th scope="col">{w.contacts}</th>
          <th scope="col">{w.call}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row entry={entry} trackingId={trackingId} language={language} />
        ))}
      </tbody>
    </Region>
  );
}

function Row({ entry, trackingId, language }: RowProps) {
  const w = words[language];
  return (
    <tr>
      <th scope="row">
        {entry.name}
        <br />
        <span class="quiet">
          {[kindWords[language][entry.kind], entry.sector].filter(Boolean).join(', ')}
        </span>
      </th>
      <td>
        <Why entry={entry} language={language} />
      </td>
      <td>{affectednessWords[language][entry.affectedness]}</td>
      <td>
        <Contacts contacts={entry.contacts} language={language} />
      </td>
      <td>
        <a
          href={`/console/advisories/${trackingId}/calls/${entry.organisationId}`}
          aria-label={w.callOf(entry.name)}
        >
          {w.call}
        </a>
      </td>
    </tr>
  );
}

function Why({ entry: { why }, language }: Omit<RowProps, 'trackingId'>) {
  const loud = why === 'unreached' || why === 'contact unreached';
  return <span class={loud ? 'tag urgent' : 'tag'}>{reasonWords[language][why]}</span>;
}

export function Contacts({ contacts, language }: { contacts: PhoneContact[]; language: Language }) {
  const w = words[language];
  if (contacts.length === 0) return <>{w.noContact}</>;
  return (
    <ol>
      {contacts.map(({ name, roles, lost, numbers }) => (
        <li>
          {name} ({roles.join(', ')}){lost && `, ${w.lost}`}: {numbers.length === 0 && w.noNumber}
          {numbers.map((number, index) => (
            <>
              {index > 0 && ', '}
              <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>
            </>
          ))}
        </li>
      ))}
    </ol>
  );
}
