import { changes } from '../../../src/advisory/change.ts';
import { formatRisk, levels } from '../../../src/advisory/risk.ts';
import { tlps } from '../../../src/advisory/tlp.ts';
import { channelRules, type PolicyLine, requestKinds } from '../../../src/audience/policy-line.ts';
import { ChecksField, RadiosField, SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { showDuration } from './duration.ts';
import { changeWords, requestWords, ruleWords } from './policy-words.ts';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    add: 'Regel toevoegen aan het beleid',
    change: 'Regel van het beleid wijzigen',
    changeNote:
      'De regel zelf eindigt en een nieuwe komt op haar plaats: wat al op grond ervan besloten is, blijft kloppen.',
    any: 'Kies er geen voor alle.',
    risks: 'Bij welk risico',
    changes: 'Bij welke soort wijziging',
    roles: 'Welke rollen',
    rule: 'Langs welke adressen',
    above: 'Boven het plafond',
    pointer: 'gaat er een verwijzing heen, zonder onderwerp, kenmerk of risico',
    request: 'Wat wordt gevraagd',
    deadline: 'Binnen',
    reminders: 'Herinneringen na',
    durationHint: 'Als 90 min, 24 u of 3 d.',
    remindersHint: 'Een of meer tijden, met komma’s ertussen: 4 u, 12 u.',
  },
  en: {
    add: 'Add a line to the policy',
    change: 'Change a line of the policy',
    changeNote:
      'The line itself ends and a new one takes its place: what was decided by it stays as it was.',
    any: 'Choose none for all.',
    risks: 'For which risk',
    changes: 'For which kind of change',
    roles: 'Which roles',
    rule: 'By which addresses',
    above: 'Above the ceiling',
    pointer: 'a pointer goes there, without subject, id or risk',
    request: 'What is asked',
    deadline: 'Within',
    reminders: 'Reminders after',
    durationHint: 'As 90 min, 24 h or 3 d.',
    remindersHint: 'One or more times, with commas between: 4 h, 12 h.',
  },
};

type Props = {
  frame: Frame;
  filled: Filled;
  line: PolicyLine | null;
  audiences: readonly { id: number; name: string }[];
  roles: readonly string[];
};

/** Where a line of the policy is written. */
export function PolicyLinePage(props: Props) {
  const { frame, filled, line } = props;
  const [w, a] = [words[frame.language], audienceWords[frame.language]];
  const title = line ? w.change : w.add;
  return (
    <ConsoleFrame {...frame} title={title} here="policy">
      <h1>{title}</h1>
      {line && <p>{w.changeNote}</p>}
      <ErrorSummary filled={filled} language={frame.language} />
      <form method="post" action={`/console/policy/${line?.id ?? 'new'}`}>
        {line && <input type="hidden" name="expected" value={line.revision} />}
        <When {...props} />
        <How {...props} />
        <Asked {...props} />
        <FormFoot label={a.save}>
          <a href="/console/policy">{a.cancel}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}

function When({ frame: { language }, filled, line }: Props) {
  const w = words[language];
  const risks = levels.flatMap((likelihood) =>
    levels.map((impact) => formatRisk({ likelihood, impact })),
  );
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <>
      <ChecksField
        filled={filled}
        path="risks"
        label={w.risks}
        hint={w.any}
        options={plain(risks.toReversed())}
        values={line?.risks}
      />
      <ChecksField
        filled={filled}
        path="tlps"
        label="TLP"
        hint={w.any}
        options={plain(tlps)}
        values={line?.tlps}
      />
      <ChecksField
        filled={filled}
        path="changes"
        label={w.changes}
        hint={w.any}
        options={changes.map((value) => ({ value, label: changeWords[language][value] }))}
        values={line?.changes}
      />
    </>
  );
}

function How({ frame: { language }, filled, line, audiences, roles }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  const known = [...new Set([...roles, ...(line?.roles ?? [])])].toSorted();
  return (
    <>
      <SelectField
        filled={filled}
        path="audienceId"
        label={a.audience}
        value={line ? String(line.audienceId) : ''}
        options={[
          { value: '', label: '–' },
          ...audiences.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        required
      />
      {known.length > 0 && (
        <ChecksField
          filled={filled}
          path="roles"
          label={w.roles}
          hint={w.any}
          options={known.map((value) => ({ value, label: value }))}
          values={line?.roles}
        />
      )}
      <RadiosField
        filled={filled}
        path="channelRule"
        label={w.rule}
        value={line?.channelRule}
        options={channelRules.map((value) => ({ value, label: ruleWords[language][value] }))}
        required
      />
      <ChecksField
        filled={filled}
        path="pointerAbove"
        label={w.above}
        options={[{ value: 'yes', label: w.pointer }]}
        values={line?.pointerAbove ? ['yes'] : []}
      />
    </>
  );
}

function Asked({ frame: { language }, filled, line }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  const show = (minutes: number) => showDuration(minutes, language);
  return (
    <>
      <SelectField
        filled={filled}
        path="requestKind"
        label={w.request}
        value={line?.requestKind ?? ''}
        options={[
          { value: '', label: a.none },
          ...requestKinds.map((value) => ({ value, label: requestWords[language][value] })),
        ]}
      />
      <TextField
        filled={filled}
        path="deadlineMinutes"
        label={w.deadline}
        hint={w.durationHint}
        value={line?.deadlineMinutes ? show(line.deadlineMinutes) : ''}
      />
      <TextField
        filled={filled}
        path="reminderMinutes"
        label={w.reminders}
        hint={w.remindersHint}
        value={line?.reminderMinutes.map(show).join(', ') ?? ''}
      />
    </>
  );
}
