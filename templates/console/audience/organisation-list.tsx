import { kinds } from '../../../src/audience/kind.ts';
import type { ListedOrganisation } from '../../../src/audience/list-organisations.ts';
import { kindWords } from '../../kind-words.ts';
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
    search: 'Zoeken in naam en sector',
    unreachable: 'zonder werkend adres',
    removed: 'verwijderde',
    empty: 'Geen organisatie past hierbij. Zoek ruimer of voeg er een toe.',
    add: 'Organisatie toevoegen',
    csv: 'Inlezen en uitvoeren als CSV',
    reach: 'Werkende adressen',
  },
  en: {
    search: 'Search in name and sector',
    unreachable: 'without a working address',
    removed: 'removed ones',
    empty: 'No organisation fits. Search wider or add one.',
    add: 'Add an organisation',
    csv: 'Import and export as CSV',
    reach: 'Working addresses',
  },
};

type Props = {
  frame: Frame;
  organisations: readonly ListedOrganisation[];
  sectors: readonly string[];
  filled: Filled;
  pages: { first: string | null; next: string | null };
};

/** Whom there is to warn, narrowed by what is searched for; who cannot be reached is loud. */
export function OrganisationList({ frame, organisations, sectors, filled, pages }: Props) {
  const { language, caller } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <ConsoleFrame {...frame} title={a.organisations} here="organisations">
      <h1>{a.organisations}</h1>
      <p class="actions">
        {caller.roles.includes('administrator') && (
          <a class="button" href="/console/organisations/new">
            {w.add}
          </a>
        )}
        {caller.roles.some((role) => role === 'administrator' || role === 'auditor') && (
          <a class="button second" href="/console/import/csv">
            {w.csv}
          </a>
        )}
      </p>
      <Search filled={filled} frame={frame} sectors={sectors} />
      <Table
        id="organisations"
        caption={a.organisations}
        head={[a.name, a.kind, a.sector, a.contacts, w.reach]}
        empty={w.empty}
        rows={organisations.map((organisation) => (
          <Row organisation={organisation} frame={frame} />
        ))}
      />
      <Pager language={language} {...pages} />
    </ConsoleFrame>
  );
}

type SearchProps = { filled: Filled; frame: Frame; sectors: readonly string[] };

function Search({ filled, frame: { language }, sectors }: SearchProps) {
  const [w, a] = [words[language], audienceWords[language]];
  const any = { value: '', label: a.any };
  const named = kinds.map((value) => ({ value, label: kindWords[language][value] }));
  const plain = sectors.map((value) => ({ value, label: value }));
  return (
    <search>
      <form method="get" class="search">
        <TextField filled={filled} path="search" label={w.search} type="search" />
        <SelectField filled={filled} path="kind" label={a.kind} options={[any, ...named]} />
        <SelectField filled={filled} path="sector" label={a.sector} options={[any, ...plain]} />
        <ChecksField
          filled={filled}
          path="only"
          label={a.narrow}
          options={[
            { value: 'unreachable', label: w.unreachable },
            { value: 'removed', label: w.removed },
          ]}
        />
        <FormFoot label={a.show} />
      </form>
    </search>
  );
}

function Row({ organisation, frame }: { organisation: ListedOrganisation; frame: Frame }) {
  const { id, name, kind, sector, contacts, workingAddresses, removedAt } = organisation;
  const a = audienceWords[frame.language];
  return (
    <tr>
      <th scope="row">
        <a href={`/console/organisations/${id}`}>{name}</a>{' '}
        {removedAt && <span class="tag withdrawn">{a.removed}</span>}
      </th>
      <td>{kindWords[frame.language][kind]}</td>
      <td>{sector ?? '–'}</td>
      <td>{contacts}</td>
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
