import { tlps } from '../../../src/advisory/tlp.ts';
import type { Audience } from '../../../src/audience/audience.ts';
import type { Member } from '../../../src/audience/audience-members.ts';
import { kinds } from '../../../src/audience/kind.ts';
import { kindWords } from '../../kind-words.ts';
import { ChecksField, RadiosField, SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { MemberTable } from './member-table.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    add: 'Doelgroep toevoegen',
    change: 'Doelgroep wijzigen',
    kinds: 'Soorten organisaties',
    kindsHint:
      'Soorten en sectoren versmallen elkaar. Zonder soort, sector en naam is niemand bedoeld.',
    sectors: 'Sectoren',
    listed: 'Organisaties met name',
    listedHint: 'Een naam per regel; zij komen er altijd bij.',
    software: 'Software',
    anySoftware: 'ongeacht wat zij gebruiken',
    affected: 'alleen wie getroffen software gebruikt',
    public: 'Het publiek',
    publicOption: 'ook abonnees en openbare kanalen (alleen TLP:CLEAR)',
    look: 'Eerst tonen wie erin zit',
  },
  en: {
    add: 'Add an audience',
    change: 'Change an audience',
    kinds: 'Kinds of organisations',
    kindsHint:
      'Kinds and sectors narrow each other. Without kind, sector and name nobody is meant.',
    sectors: 'Sectors',
    listed: 'Organisations by name',
    listedHint: 'A name per line; they always come on top.',
    software: 'Software',
    anySoftware: 'whatever they run',
    affected: 'only who runs affected software',
    public: 'The public',
    publicOption: 'subscribers and public channels too (TLP:CLEAR alone)',
    look: 'First show who is in it',
  },
};

type Props = {
  frame: Frame;
  filled: Filled;
  audience: Audience | null;
  sectors: readonly string[];
  /** The names of who is listed. */
  listed: readonly string[];
  /** Who would be in it, once that was asked for. */
  members?: { shown: readonly Member[]; count: number } | undefined;
};

/** Where an audience is named or changed; it can be looked at before it is saved. */
export function AudienceForm(props: Props) {
  const { frame, filled, audience, members } = props;
  const { language } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  const title = audience ? w.change : w.add;
  const back = audience ? `/console/audiences/${audience.id}` : '/console/audiences';
  return (
    <ConsoleFrame {...frame} title={title} here="audiences">
      <h1>{audience ? `${title}: ${audience.name}` : title}</h1>
      <ErrorSummary filled={filled} language={language} />
      {members && <MemberTable members={members.shown} count={members.count} language={language} />}
      <form method="post" action={audience ? `${back}/change` : '/console/audiences/new'}>
        {audience && <input type="hidden" name="expected" value={audience.revision} />}
        <Fields {...props} />
        <p class="actions">
          <button type="submit" name="do" value="save">
            {a.save}
          </button>
          <button type="submit" name="do" value="look" class="second">
            {w.look}
          </button>
          <a href={back}>{a.cancel}</a>
        </p>
      </form>
    </ConsoleFrame>
  );
}

function Fields({ frame: { language }, filled, audience, sectors, listed }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  const selection = audience?.selection;
  const known = [...new Set([...sectors, ...(selection?.sectors ?? [])])].toSorted();
  return (
    <>
      <TextField filled={filled} path="name" label={a.name} value={audience?.name} required />
      <ChecksField
        filled={filled}
        path="kinds"
        label={w.kinds}
        hint={w.kindsHint}
        options={kinds.map((value) => ({ value, label: kindWords[language][value] }))}
        values={selection?.kinds}
      />
      {known.length > 0 && (
        <ChecksField
          filled={filled}
          path="sectors"
          label={w.sectors}
          options={known.map((value) => ({ value, label: value }))}
          values={selection?.sectors}
        />
      )}
      <ProseField
        filled={filled}
        path="organisationIds"
        label={w.listed}
        hint={w.listedHint}
        value={listed.join('\n')}
      />
      <RadiosField
        filled={filled}
        path="software"
        label={w.software}
        value={selection?.software ?? 'any'}
        options={[
          { value: 'any', label: w.anySoftware },
          { value: 'affected', label: w.affected },
        ]}
      />
      <ChecksField
        filled={filled}
        path="public"
        label={w.public}
        options={[{ value: 'yes', label: w.publicOption }]}
        values={selection?.public ? ['yes'] : []}
      />
      <SelectField
        filled={filled}
        path="tlpCeiling"
        label={a.ceiling}
        hint={a.ceilingHint}
        value={audience?.tlpCeiling ?? 'RED'}
        options={tlps.map((value) => ({ value, label: `TLP:${value}` }))}
      />
    </>
  );
}
