import { ErrorSummary } from '../error-summary.tsx';
import { FormFoot } from '../form-foot.tsx';
import { Table } from '../table.tsx';
import { AddressLines } from './address-lines.tsx';
import { ContactFields } from './contact-fields.tsx';
import type { OrganisationPageProps } from './organisation-page.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    empty:
      'Hier is nog niemand bekend: deze organisatie kan niet gewaarschuwd en niet gebeld worden.',
    add: 'Contactpersoon toevoegen',
    existing: 'Iemand die al bekend is, krijgt hier een rol op zijn eigen pagina:',
  },
  en: {
    empty: 'Nobody is known here yet: this organisation can be neither warned nor phoned.',
    add: 'Add a contact',
    existing: 'Somebody who is known already gets a role here on their own page:',
  },
};

/** Who is at an organisation, in the order in which they are phoned, and the form for one more. */
export function ContactsSection({ frame, whole, filled }: OrganisationPageProps) {
  const { language, caller } = frame;
  const { organisation, contacts, addresses } = whole;
  const [w, a] = [words[language], audienceWords[language]];
  const duties = contacts
    .flatMap((contact) => contact.organisations.map((duty) => ({ contact, duty })))
    .filter(({ duty }) => duty.organisationId === organisation.id)
    .toSorted((one, other) => one.duty.phoneOrder - other.duty.phoneOrder);
  const open = filled.form === 'contact';
  return (
    <>
      <h2 id="contacts-title">{a.contacts}</h2>
      <Table
        id="contacts"
        caption={<span class="unseen">{`${a.contacts}: ${organisation.name}`}</span>}
        head={[a.name, a.role, a.phoneOrder, a.addresses]}
        empty={w.empty}
        rows={duties.map(({ contact, duty }) => (
          <tr>
            <th scope="row">
              <a href={`/console/contacts/${contact.id}`}>{contact.name}</a>
            </th>
            <td>{duty.role}</td>
            <td>{duty.phoneOrder}</td>
            <td>
              <AddressLines
                addresses={addresses.filter(({ contactId }) => contactId === contact.id)}
                language={language}
              />
            </td>
          </tr>
        ))}
      />
      {caller.roles.includes('administrator') && organisation.removedAt === null && (
        <details open={open}>
          <summary>{w.add}</summary>
          <p class="quiet">
            {w.existing} <a href="/console/contacts">{a.contacts}</a>
          </p>
          {open && <ErrorSummary filled={filled} language={language} />}
          <form method="post" action={`/console/organisations/${organisation.id}/contacts`}>
            <ContactFields
              filled={open ? filled : { form: 'contact', findings: [] }}
              language={language}
            />
            <FormFoot label={w.add} />
          </form>
        </details>
      )}
    </>
  );
}
