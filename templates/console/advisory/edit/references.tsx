import { TextField } from '../../field.tsx';
import { Do, type Draw, rowsOf, Section } from './section.tsx';

const list = 'content.references';

/** Where more can be read. */
export function References({ draw }: { draw: Draw }) {
  const { filled, w } = draw;
  return (
    <Section draw={draw} path={list} title={w.references}>
      {rowsOf(draw, list).map((index) => (
        <fieldset>
          <legend>{w.reference(index + 1)}</legend>
          <div class="row">
            <TextField
              filled={filled}
              path={`${list}.${index}.title`}
              label={w.referenceTitle}
              required
            />
            <TextField
              filled={filled}
              path={`${list}.${index}.url`}
              label={w.url}
              type="url"
              required
            />
            <Do action={`remove ${list}.${index}`} label={w.remove(w.reference(index + 1))} />
          </div>
        </fieldset>
      ))}
      <p>
        <Do action={`add ${list}`} label={w.addReference} />
      </p>
    </Section>
  );
}
