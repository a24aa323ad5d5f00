import type { Column } from '../../../src/acknowledgement/board.ts';
import type { Cell } from '../../../src/acknowledgement/cell.ts';
import { choices } from '../../../src/acknowledgement/choice.ts';
import type { SaidRemark } from '../../../src/acknowledgement/list-remarks.ts';
import type { PhoneContact } from '../../../src/acknowledgement/phone-list.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { choiceWords as choiceSentences } from '../../acknowledge/words.ts';
import { RadiosField, SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Contacts } from './phone-list.tsx';
import { Remarks } from './remarks.tsx';
import { choiceWords, words as shared, stateWords } from './words.ts';

const words = {
  nl: {
    title: 'Gesprek invoeren',
    numbers: 'Wie te bellen',
    stands: 'Hoe het er voor staat',
    contact: 'Contactpersoon die u sprak',
    other: 'iemand anders',
    saidBy: 'Naam van wie u sprak',
    version: 'Over versie',
    choice: 'Wat diegene zei',
    remark: 'Opmerking',
    enter: 'Vastleggen',
    replaces: 'Dit vervangt wat deze contactpersoon eerder antwoordde.',
    cannot: 'U kunt hier kijken; gesprekken invoeren doet de dienst.',
  },
  en: {
    title: 'Enter a call',
    numbers: 'Whom to call',
    stands: 'How it stands',
    contact: 'The contact to whom you spoke',
    other: 'somebody else',
    saidBy: 'Name of whom you spoke to',
    version: 'About version',
    choice: 'What they said',
    remark: 'Remark',
    enter: 'Record',
    replaces: 'It replaces what this contact answered before.',
    cannot: 'You can look here; whoever is on duty enters calls.',
  },
};

export type CallPageProps = {
  frame: Frame;
  trackingId: string;
  organisation: { id: number; name: string };
  contacts: PhoneContact[];
  /** The versions that were meant for it, the newest first, and how it stands to each. */
  standings: { column: Column; cell: Cell }[];
  remarks: SaidRemark[];
  filled: Filled;
};

/** What somebody said on the phone: who spoke to whom, about what. */
export function CallPage(props: CallPageProps) {
  const { frame, trackingId, organisation, contacts, standings, remarks } = props;
  const { language, caller } = frame;
  const w = words[language];
  return (
    <ConsoleFrame {...frame} title={`${w.title}: ${organisation.name}`} here="advisories">
      <h1>
        {w.title}: {organisation.name}
      </h1>
      <p>
        <a href={`/console/advisories/${trackingId}/board`}>
          {shared[language].board} {trackingId}
        </a>
      </p>
      <h2>{w.numbers}</h2>
      <Contacts contacts={contacts} language={language} />
      <h2>{w.stands}</h2>
      <ul>
        {standings.map(({ column, cell }) => (
          <li>
            {formatOrdinal(column.ordinal)}
            {column.withdrawal && ` (${shared[language].withdrawn})`}:{' '}
            {cell.choice
              ? choiceWords[language][cell.choice]
              : stateWords[language][cell.state as Exclude<typeof cell.state, 'acknowledged'>]}
          </li>
        ))}
      </ul>
      <Remarks remarks={remarks} language={language} />
      {caller.roles.includes('duty officer') ? <Form {...props} /> : <p>{w.cannot}</p>}
    </ConsoleFrame>
  );
}

function Form({ frame, trackingId, organisation, contacts, standings, filled }: CallPageProps) {
  const { language } = frame;
  const w = words[language];
  const versions = standings.filter(({ column }) => !column.withdrawal);
  return (
    <form
      id="call"
      method="post"
      action={`/console/advisories/${trackingId}/calls/${organisation.id}`}
    >
      <h2>{w.title}</h2>
      <ErrorSummary filled={filled} language={language} />
      <SelectField
        filled={filled}
        path="contactId"
        label={w.contact}
        hint={w.replaces}
        options={[
          { value: '', label: w.other },
          ...contacts.map(({ contactId, name }) => ({ value: String(contactId), label: name })),
        ]}
      />
      <TextField filled={filled} path="saidBy" label={w.saidBy} required maxlength={200} />
      <SelectField
        filled={filled}
        path="versionId"
        label={w.version}
        options={versions.map(({ column }) => ({
          value: String(column.versionId),
          label: formatOrdinal(column.ordinal),
        }))}
      />
      <RadiosField
        filled={filled}
        path="choice"
        label={w.choice}
        options={choices.map((choice) => ({
          value: choice,
          label: choiceSentences[language][choice],
        }))}
        required
      />
      <ProseField filled={filled} path="remark" label={w.remark} rows={3} />
      <FormFoot label={w.enter} />
    </form>
  );
}
