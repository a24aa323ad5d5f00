import type { Child } from 'hono/jsx';
import type { AnswerSheet } from '../../src/acknowledgement/answer-sheet.ts';
import type { Language } from '../../src/advisory/language.ts';
import type { Finding } from '../../src/errors.ts';
import { type Asked, Choices, Line, Prose } from './field.tsx';
import type { Typed } from './typed.ts';
import { type Words, words } from './words.ts';

/** What all forms of the page are made from. */
export type FormProps = {
  sheet: AnswerSheet;
  language: Language;
  /** Where the form is sent: the page's own address. */
  path: string;
  nonce: string;
  typed?: Typed | undefined;
  findings: Finding[];
};

/** The frame of a form: its name, its nonce, and the field that no person sees. */
export function Form({
  name,
  props,
  children,
}: {
  name: Typed['form'];
  props: FormProps;
  children: Child;
}) {
  const w = words[props.language];
  return (
    <form method="post" action={props.path} id={name} novalidate>
      <input type="hidden" name="form" value={name} />
      <input type="hidden" name="nonce" value={props.nonce} />
      <div hidden>
        <label>
          {w.bait} <input type="text" name="website" tabindex={-1} autocomplete="off" value="" />
        </label>
      </div>
      {children}
    </form>
  );
}

/** What was typed into this form, if it is the one that came back. */
export const typedInto = (name: Typed['form'], { typed }: FormProps) =>
  typed?.form === name ? typed : undefined;

/** The findings of this form alone. */
export function askedBy(name: Typed['form'], props: FormProps): Asked {
  return { form: name, findings: props.typed?.form === name ? props.findings : [] };
}

type Part = { name: Exclude<Typed['form'], 'confirm'>; props: FormProps };

/** The organisations of a contact that stands for several: all ticked, until somebody unticks one. */
export function Organisations({ name, props }: Part) {
  const { standings } = props.sheet;
  if (standings.length < 2) return null;
  const ticked = typedInto(name, props)?.organisationIds ?? standings.map((s) => s.organisationId);
  return (
    <Choices
      asked={askedBy(name, props)}
      path="organisationIds"
      name="organisationIds"
      legend={words[props.language].organisations}
      options={standings.map((s) => ({ value: String(s.organisationId), label: s.name }))}
      chosen={ticked.map(String)}
      many
    />
  );
}

/** Who answers, and anything else there is to say. */
export function Person({ name, props }: Part) {
  const w: Words = words[props.language];
  const asked = askedBy(name, props);
  const typed = typedInto(name, props);
  const { functional } = props.sheet;
  return (
    <>
      <Line
        asked={asked}
        path="saidBy"
        label={functional ? w.name : w.nameOptional}
        {...(functional && { hint: w.nameHint })}
        value={typed?.saidBy ?? ''}
        required={functional}
      />
      <Prose asked={asked} path="remark" label={w.remark} value={typed?.remark ?? ''} />
      <p>
        <button type="submit">{w.send}</button>
      </p>
    </>
  );
}
