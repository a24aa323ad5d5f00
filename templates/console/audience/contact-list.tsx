import type { ListedContact } from '../../../src/audience/list-contacts.ts';
import { ChecksField, SelectField } from '../choice-field.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Pager } from '../pager.tsx';
import { Table } from '../table.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    search: 'Zoeken in naam, organisatie en adres',
    unreachable: 'zonder werkend adres',
    idle: 'bij geen organisatie',
    removed: 'verwijderde',
    empty:
      'Geen contactpersoon past hierbij. Nieuwe voegt u toe op de bladzijde van hun organisatie.',
    none: 'bij geen organisatie',
    more: (n: number) => `en nog ${n}`,
  },
  en: {
    search: 'Search in name, organisation and address',
    unreachable: 'without a working address',
    idle: 'at no organisation',
    removed: 'removed ones',
    empty: 'No contact fits. New ones are added on the page of their organisation.',
    none: 'at no organisation',
    more: (n: number) => `and ${n} more`,
  },
};

type Props = {
  frame: Frame;
  contacts: readonly ListedContact[];
  roles: readonly string[];
  filled: Filled;
  pages: { first: string | null; next: string | null };
};

/** The people and mailboxes behind the organisations. */
export function ContactList({ frame, contacts, roles, filled, pages }: Props) {
  const { language } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  const any = { value: '', label: a.any };
  const only = (['unreachable', 'idle', 'removed'] as const).map((value) => ({
    value,
    label: w[value],
  }));
  return (
    <ConsoleFrame {...frame} title={a.contacts} here="contacts">
      <h1>{a.contacts}</h1>
      <search>
        <form method="get" class="search">
          <TextField filled={filled} path="search" label={w.search} type="search" />
          <SelectField
            filled={filled}
            path="role"
            label={a.role}
            options={[any, ...roles.map((value) => ({ value, label: value }))]}
          />
          <ChecksField filled={filled} path="only" label={a.narrow} options={only} />
          <FormFoot label={a.show} />
        </form>
      </search>
      <Table
        id="contacts"
        caption={a.contacts}
        head={[a.name, a.organisations, a.working]}
        empty={w.empty}
        rows={contacts.map((contact) => <Row contact={contact} frame={frame} />)}
      />
      <Pager language={language} {...pages} />
    </ConsoleFrame>
  );
}

const most = 3;

function Row({ contact, frame: { language } }: { contact: ListedContact; frame: Frame }) {
  const { id, name, organisations, workingAddresses, removedAt } = contact;
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <tr>
      <th scope="row">
        <a href={`/console/contacts/${id}`}>{name}</a>{' '}
        {removedAt && <span class="tag withdrawn">{a.removed}</span>}
      </th>
      <td>
        {organisations.length === 0 && w.none}
        {organisations.slice(0, most).map(({ organisationId, name, role }, index) => (
          <>
            {index > 0 && ', '}
            <a href={`/console/organisations/${organisationId}`}>{name}</a> ({role})
          </>
        ))}
        {organisations.length > most && `, ${w.more(organisations.length - most)}`}
      </td>
      <td>
        {workingAddresses > 0 || removedAt ? (
          workingAddresses
        ) : (
          <span class="tag urgent">{a.nobody}</span>
        )}
      </td>
    </tr>
  );
}
