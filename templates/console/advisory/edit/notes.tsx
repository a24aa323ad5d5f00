import { languages } from '../../../../src/advisory/language.ts';
import { type Option, SelectField } from '../../choice-field.tsx';
import { ProseField } from '../../field.tsx';
import { Do, type Draw, rowsOf, Section } from './section.tsx';

const list = 'content.coveringNotes';
type NotesProps = { draw: Draw; audiences: readonly { id: number; name: string }[] };

/** The wording of its own that an audience gets above the message. */
export function Notes({ draw, audiences }: NotesProps) {
  const { w } = draw;
  const options = [
    { value: '', label: w.pickAudience },
    ...audiences.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <Section draw={draw} path={list} title={w.notes} hint={w.notesHint}>
      {rowsOf(draw, list).map((index) => (
        <Note draw={draw} index={index} options={options} />
      ))}
      <p>
        <Do action={`add ${list}`} label={w.addNote} />
      </p>
    </Section>
  );
}

function Note({ draw, index, options }: { draw: Draw; index: number; options: Option[] }) {
  const { filled, w } = draw;
  const path = `${list}.${index}`;
  const named = { nl: w.inDutch, en: w.inEnglish };
  const title = w.note(index + 1);
  return (
    <fieldset>
      <legend>{title}</legend>
      <SelectField
        filled={filled}
        path={`${path}.audienceId`}
        label={w.audience}
        options={options}
        required
      />
      <div class="pair">
        {languages.map((each) => (
          <ProseField filled={filled} path={`${path}.${each}`} label={named[each]} rows={4} />
        ))}
      </div>
      <p>
        <Do action={`remove ${path}`} label={w.remove(title)} />
      </p>
    </fieldset>
  );
}
