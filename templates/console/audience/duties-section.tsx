import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { Table } from '../table.tsx';
import { type ContactPageProps, formOf, mayChange } from './contact-page.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    title: 'Voor wie',
    deeds: 'Wat u kunt doen',
    take: 'Losmaken',
    takeNote:
      'Wie losgemaakt is, krijgt vanaf de volgende versie namens die organisatie niets meer; die versie vermeldt dat.',
    empty: 'Dient op dit moment geen organisatie en krijgt dus niets.',
    add: 'Rol bij een organisatie toevoegen of wijzigen',
    organisationHint: 'De naam, precies zoals die hier bekend is.',
  },
  en: {
    title: 'For whom',
    deeds: 'What you can do',
    take: 'Take off',
    takeNote:
      'Whoever is taken off gets nothing on behalf of that organisation from the next version on; that version says so.',
    empty: 'Serves no organisation at the moment, and so gets nothing.',
    add: 'Add or change a role at an organisation',
    organisationHint: 'The name, exactly as it is known here.',
  },
};

/** For whom somebody is a contact, in which role and place of the phone order. */
export function DutiesSection(props: ContactPageProps) {
  const { frame, contact } = props;
  const [w, a] = [words[frame.language], audienceWords[frame.language]];
  const may = mayChange(props);
  return (
    <>
      <h2 id="duties-title">{w.title}</h2>
      <Table
        id="duties"
        caption={<span class="unseen">{`${w.title}: ${contact.name}`}</span>}
        head={[a.organisation, a.role, a.phoneOrder, ...(may ? [w.deeds] : [])]}
        empty={w.empty}
        rows={contact.organisations.map(({ organisationId, name, role, phoneOrder }) => (
          <tr>
            <th scope="row">
              <a href={`/console/organisations/${organisationId}`}>{name}</a>
            </th>
            <td>{role}</td>
            <td>{phoneOrder}</td>
            {may && (
              <td>
                <PostButton
                  action={`/console/contacts/${contact.id}/unlink`}
                  fields={{
                    ...{ organisationId: String(organisationId), role },
                    expected: contact.revision,
                  }}
                  of={`${name} (${role})`}
                >
                  {w.take}
                </PostButton>
              </td>
            )}
          </tr>
        ))}
      />
      {may && <p class="quiet">{w.takeNote}</p>}
      {may && <Add {...props} />}
    </>
  );
}

function Add({ frame: { language }, contact, filled }: ContactPageProps) {
  const [w, a] = [words[language], audienceWords[language]];
  const shown = formOf(filled, 'duty');
  return (
    <details open={filled.form === 'duty'}>
      <summary>{w.add}</summary>
      <ErrorSummary filled={shown} language={language} />
      <form method="post" action={`/console/contacts/${contact.id}/link`}>
        <input type="hidden" name="expected" value={contact.revision} />
        <div class="pair">
          <TextField
            filled={shown}
            path="organisationId"
            label={a.organisation}
            hint={w.organisationHint}
            required
          />
          <TextField filled={shown} path="role" label={a.role} required />
          <TextField
            filled={shown}
            path="phoneOrder"
            label={a.phoneOrder}
            value="1"
            type="number"
          />
        </div>
        <FormFoot label={a.save} />
      </form>
    </details>
  );
}
