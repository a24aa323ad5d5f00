import type { ListedAdvisory } from '../../../src/advisory/list-advisories.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { formatRisk, levels } from '../../../src/advisory/risk.ts';
import { states } from '../../../src/advisory/state.ts';
import { tlps } from '../../../src/advisory/tlp.ts';
import { Moment } from '../../moment.tsx';
import { Tags } from '../../site/tags.tsx';
import { ChecksField, SelectField } from '../choice-field.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Pager } from '../pager.tsx';
import { Table } from '../table.tsx';
import { stateWords } from './state-words.ts';

const words = {
  nl: {
    title: 'Adviezen',
    write: 'Nieuw advies schrijven',
    import: 'CSAF inlezen',
    notice: 'Nieuwsbericht schrijven',
    notices: 'Berichten bij geen advies',
    search: 'Zoeken in kenmerk en titel',
    state: 'Status',
    risk: 'Risico',
    any: 'alle',
    order: 'Volgorde',
    urgent: 'Urgent eerst',
    show: 'Tonen',
    advisory: 'Advies',
    heading: 'Titel van de nieuwste versie',
    since: 'Sinds',
    empty: 'Geen advies past hierbij. Zoek ruimer, of schrijf of lees een nieuw advies in.',
  },
  en: {
    title: 'Advisories',
    write: 'Write a new advisory',
    import: 'Import CSAF',
    notice: 'Write a notice',
    notices: 'Notices with no advisory',
    search: 'Search in id and title',
    state: 'State',
    risk: 'Risk',
    any: 'any',
    order: 'Order',
    urgent: 'Urgent first',
    show: 'Show',
    advisory: 'Advisory',
    heading: 'Title of the newest version',
    since: 'Since',
    empty: 'No advisory fits. Search wider, or write or import a new advisory.',
  },
};

type ListPageProps = {
  frame: Frame;
  advisories: readonly ListedAdvisory[];
  filled: Filled;
  pages: { first: string | null; next: string | null };
};

/** Every advisory by its newest version, narrowed by what is searched for. */
export function ListPage({ frame, advisories, filled, pages }: ListPageProps) {
  const { language, caller } = frame;
  const w = words[language];
  return (
    <ConsoleFrame {...frame} title={w.title} here="advisories">
      <h1>{w.title}</h1>
      {caller.roles.includes('author') && (
        <p class="actions">
          <a class="button" href="/console/advisories/new">
            {w.write}
          </a>
          <a class="button second" href="/console/import">
            {w.import}
          </a>
          <a class="button second" href="/console/notices/new">
            {w.notice}
          </a>
        </p>
      )}
      <p>
        <a href="/console/notices">{w.notices}</a>
      </p>
      <Search filled={filled} frame={frame} />
      <Table
        id="advisories"
        caption={w.title}
        head={[w.advisory, w.heading, w.risk, 'TLP', w.state, w.since]}
        empty={w.empty}
        rows={advisories.map((advisory) => <Row advisory={advisory} frame={frame} />)}
      />
      <Pager language={language} {...pages} />
    </ConsoleFrame>
  );
}

function Search({ filled, frame: { language } }: { filled: Filled; frame: Frame }) {
  const w = words[language];
  const any = { value: '', label: w.any };
  const risks = levels.flatMap((likelihood) =>
    levels.map((impact) => formatRisk({ likelihood, impact })),
  );
  const plain = (values: readonly string[]) => [
    any,
    ...values.map((value) => ({ value, label: value })),
  ];
  const named = states.map((value) => ({ value, label: stateWords[language][value] }));
  return (
    <search>
      <form method="get" class="search">
        <TextField filled={filled} path="search" label={w.search} type="search" />
        <SelectField filled={filled} path="state" label={w.state} options={[any, ...named]} />
        <SelectField filled={filled} path="tlp" label="TLP" options={plain(tlps)} />
        <SelectField
          filled={filled}
          path="risk"
          label={w.risk}
          options={plain(risks.toReversed())}
        />
        <ChecksField
          filled={filled}
          path="urgent"
          label={w.order}
          options={[{ value: 'first', label: w.urgent }]}
        />
        <FormFoot label={w.show} />
      </form>
    </search>
  );
}

function Row({ advisory, frame }: { advisory: ListedAdvisory; frame: Frame }) {
  const { language } = frame;
  const { trackingId, newest } = advisory;
  const since = newest.publishedAt ?? newest.approvedAt ?? newest.submittedAt ?? newest.createdAt;
  return (
    <tr>
      <th scope="row">
        <a href={`/console/advisories/${trackingId}`}>
          {trackingId} [{formatOrdinal(newest.ordinal)}]
        </a>
      </th>
      <td>{newest.content.texts[language].title || '–'}</td>
      <td>
        <Tags version={newest} language={language} />
      </td>
      <td>{newest.tlp}</td>
      <td>{stateWords[language][newest.state]}</td>
      <td>
        <Moment at={since} language={language} />
      </td>
    </tr>
  );
}
