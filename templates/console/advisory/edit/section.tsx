import type { Child } from 'hono/jsx';
import { errorsAt, type Filled, fieldId } from '../../filled.ts';
import type { EditWords } from './words.ts';

/** What every part of the form is drawn from: all of its values are in `filled.typed`, rows counted beforehand. */
export type Draw = {
  filled: Filled;
  rows: ReadonlyMap<string, number>;
  language: 'nl' | 'en';
  w: EditWords;
};

type SectionProps = { draw: Draw; path: string; title: string; hint?: string; children: Child };

/** A part of the form under its heading; a finding about the whole of it points here. */
export function Section({ draw: { filled }, path, title, hint, children }: SectionProps) {
  const id = fieldId(filled.form, path);
  const wrong = errorsAt(filled, path);
  return (
    <section aria-labelledby={`${id}-title`} id={id} tabindex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      {wrong.length > 0 && <p class="error">{wrong.join(' ')}</p>}
      {children}
    </section>
  );
}

type DoProps = { action: string; label: Child };

/** A button that changes the form's rows: the page comes back with everything that was typed. */
export function Do({ action, label }: DoProps) {
  return (
    <button type="submit" class="second" name="do" value={action}>
      {label}
    </button>
  );
}

/** The numbers of a list's rows. */
export const rowsOf = ({ rows }: Draw, list: string) => [...Array(rows.get(list) ?? 0).keys()];
