import { tlps } from '../../../src/advisory/tlp.ts';
import { kinds } from '../../../src/audience/kind.ts';
import type { Organisation } from '../../../src/audience/organisation.ts';
import { kindWords } from '../../kind-words.ts';
import { SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { audienceWords, languageWords } from './words.ts';

const words = {
  nl: {
    add: 'Organisatie toevoegen',
    change: 'Organisatie wijzigen',
    parentHint: 'De naam van het ministerie of moederbedrijf, precies zoals die hier bekend is.',
    sectorHint: 'Neem zo mogelijk een sector die er al is: doelgroepen kiezen erop.',
    ownUseHint:
      'Alleen voor een schakelorganisatie die AMBER+STRICT zelf mag houden, als 2020-01-31.',
  },
  en: {
    add: 'Add an organisation',
    change: 'Change an organisation',
    parentHint: 'The name of the ministry or parent company, exactly as it is known here.',
    sectorHint: 'Take a sector that exists where you can: audiences choose by it.',
    ownUseHint: 'Only for an information hub that may hold AMBER+STRICT itself, as 2020-01-31.',
  },
};

type Props = {
  frame: Frame;
  filled: Filled;
  /** What is changed; null for a new one. */
  organisation: Organisation | null;
  parentName: string;
  regulators: readonly { id: number; name: string }[];
};

/** Where an organisation is entered or changed. */
export function OrganisationForm(props: Props) {
  const { frame, filled, organisation } = props;
  const [w, a] = [words[frame.language], audienceWords[frame.language]];
  const title = organisation ? w.change : w.add;
  const back = organisation
    ? `/console/organisations/${organisation.id}`
    : '/console/organisations';
  return (
    <ConsoleFrame {...frame} title={title} here="organisations">
      <h1>{organisation ? `${title}: ${organisation.name}` : title}</h1>
      <ErrorSummary filled={filled} language={frame.language} />
      <form method="post" action={organisation ? `${back}/change` : '/console/organisations/new'}>
        {organisation && <input type="hidden" name="expected" value={organisation.revision} />}
        <Fields {...props} />
        <FormFoot label={organisation ? a.save : a.add}>
          <a href={back}>{a.cancel}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}

function Fields({ frame: { language }, filled, organisation, parentName, regulators }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  const none = { value: '', label: a.none };
  const regulatorId = organisation?.regulatorId;
  return (
    <>
      <TextField filled={filled} path="name" label={a.name} value={organisation?.name} required />
      <SelectField
        filled={filled}
        path="kind"
        label={a.kind}
        value={organisation?.kind}
        options={[none, ...kinds.map((value) => ({ value, label: kindWords[language][value] }))]}
        required
      />
      <TextField
        filled={filled}
        path="sector"
        label={a.sector}
        hint={w.sectorHint}
        value={organisation?.sector ?? ''}
      />
      <TextField
        filled={filled}
        path="parentId"
        label={a.parent}
        hint={w.parentHint}
        value={parentName}
      />
      <SelectField
        filled={filled}
        path="regulatorId"
        label={a.regulator}
        value={regulatorId ? String(regulatorId) : ''}
        options={[none, ...regulators.map(({ id, name }) => ({ value: String(id), label: name }))]}
      />
      <SelectField
        filled={filled}
        path="language"
        label={a.language}
        value={organisation?.language ?? 'nl'}
        options={(['nl', 'en'] as const).map((value) => ({
          value,
          label: languageWords[language][value],
        }))}
      />
      <SelectField
        filled={filled}
        path="tlpCeiling"
        label={a.ceiling}
        hint={a.ceilingHint}
        value={organisation?.tlpCeiling ?? 'RED'}
        options={tlps.map((value) => ({ value, label: `TLP:${value}` }))}
      />
      <TextField
        filled={filled}
        path="ownUseSince"
        label={a.ownUse}
        hint={w.ownUseHint}
        value={organisation?.ownUseSince ?? ''}
      />
    </>
  );
}
