import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { Table } from '../table.tsx';
import type { OrganisationPageProps } from './organisation-page.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    title: 'Software in gebruik',
    vendor: 'Leverancier',
    product: 'Product',
    version: 'Versie',
    stated: 'Opgegeven',
    deeds: 'Wat u kunt doen',
    empty:
      'Deze organisatie gaf nog niets op. Gerichte waarschuwingen per product bereiken haar niet.',
    add: 'Software toevoegen',
    cpe: 'CPE',
    purl: 'Package-URL',
  },
  en: {
    title: 'Software in use',
    vendor: 'Vendor',
    product: 'Product',
    version: 'Version',
    stated: 'Stated',
    deeds: 'What you can do',
    empty: 'This organisation stated nothing yet. Targeted alerts by product do not reach it.',
    add: 'Add software',
    cpe: 'CPE',
    purl: 'Package URL',
  },
};

/** What an organisation said that it runs, and the form for one more. */
export function SoftwareSection(props: OrganisationPageProps) {
  const { language, caller } = props.frame;
  const { organisation, uses } = props.whole;
  const [w, a] = [words[language], audienceWords[language]];
  const may = caller.roles.includes('administrator') && organisation.removedAt === null;
  return (
    <>
      <h2 id="software-title">{w.title}</h2>
      <Table
        id="software"
        caption={<span class="unseen">{`${w.title}: ${organisation.name}`}</span>}
        head={[w.product, w.vendor, w.version, w.stated, ...(may ? [w.deeds] : [])]}
        empty={w.empty}
        rows={uses.map((use) => (
          <tr>
            <th scope="row">{use.product}</th>
            <td>{use.vendor}</td>
            <td>{use.version ?? '–'}</td>
            <td>
              <Moment at={use.statedAt} language={language} />
            </td>
            {may && (
              <td>
                <PostButton
                  action={`/console/organisations/${organisation.id}/software/${use.id}/end`}
                  fields={{ expected: use.revision }}
                  of={use.product}
                >
                  {a.end}
                </PostButton>
              </td>
            )}
          </tr>
        ))}
      />
      {may && <Add {...props} />}
    </>
  );
}

function Add({ frame: { language }, whole, filled }: OrganisationPageProps) {
  const w = words[language];
  const open = filled.form === 'software';
  const shown = open ? filled : { form: 'software', findings: [] };
  return (
    <details open={open}>
      <summary>{w.add}</summary>
      {open && <ErrorSummary filled={filled} language={language} />}
      <form method="post" action={`/console/organisations/${whole.organisation.id}/software`}>
        <div class="pair">
          <TextField filled={shown} path="vendor" label={w.vendor} required />
          <TextField filled={shown} path="product" label={w.product} required />
          <TextField filled={shown} path="version" label={w.version} />
          <TextField filled={shown} path="cpe" label={w.cpe} />
          <TextField filled={shown} path="purl" label={w.purl} />
        </div>
        <FormFoot label={w.add} />
      </form>
    </details>
  );
}
