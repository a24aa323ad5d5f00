import type { Child } from 'hono/jsx';
import { errorsAt, type Filled, fieldId, valueAt } from './filled.ts';
import { toLocal } from './local-time.ts';

/** What every field of the console takes; `path` is its name and the path of its findings (`content.texts.nl.title`). */
export type FieldProps = {
  filled: Filled;
  path: string;
  label: Child;
  hint?: Child;
  required?: boolean | undefined;
};

/** The attributes that tie a control to its label, its hint and what is wrong with it. */
export function tie({ filled, path, hint, required }: FieldProps) {
  const id = fieldId(filled.form, path);
  const wrong = errorsAt(filled, path).length > 0;
  const said = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean);
  return {
    id,
    name: path,
    ...(said.length > 0 && { 'aria-describedby': said.join(' ') }),
    ...(wrong && { 'aria-invalid': 'true' as const }),
    // Not `required`: the server says what is missing, everything together, and a draft may be saved unfinished.
    ...(filled.focus === path && { autofocus: true }),
    ...(required && { 'aria-required': 'true' as const }),
  };
}

/** Hint and error of a field, which `tie` points at. */
export function Said({ filled, path, hint }: FieldProps) {
  const id = fieldId(filled.form, path);
  const messages = errorsAt(filled, path);
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {messages.length > 0 && (
        <p class="error" id={`${id}-error`}>
          {messages.join(' ')}
        </p>
      )}
    </>
  );
}

/** A control under its label; the frame of every field that is not a group. */
function Field({ children, ...props }: FieldProps & { children: Child }) {
  return (
    <div class="field">
      <label for={fieldId(props.filled.form, props.path)}>{props.label}</label>
      <Said {...props} />
      {children}
    </div>
  );
}

/**
 * Browsers refuse letters beyond ASCII before the @ of a field of type `email` (HTML §4.10.5.1.5), which the server takes:
 * the keyboard is that of such a field, and no more.
 */
const kindOf = (type: TextProps['type']) =>
  type === 'email'
    ? ({ type: 'text', inputmode: 'email', autocapitalize: 'none', spellcheck: false } as const)
    : { type };

type TextProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'url' | 'search' | 'tel' | 'number' | 'password';
  autocomplete?: string;
  maxlength?: number;
};

/** One line of text. A password is never written back. */
export function TextField(props: TextProps) {
  const { filled, path, value, type = 'text', autocomplete = 'off', maxlength } = props;
  return (
    <Field {...props}>
      <input
        {...tie(props)}
        {...kindOf(type)}
        value={type === 'password' ? '' : valueAt(filled, path, value)}
        autocomplete={autocomplete}
        maxlength={maxlength}
      />
    </Field>
  );
}

/** Several lines of text; a first line end of what is shown is kept (HTML drops one). */
export function ProseField(props: FieldProps & { value?: string | undefined; rows?: number }) {
  const { filled, path, value, rows = 5 } = props;
  return (
    <Field {...props}>
      <textarea {...tie(props)} rows={rows}>
        {`\n${valueAt(filled, path, value)}`}
      </textarea>
    </Field>
  );
}

/** A date and time, in Dutch time; `momentField` of `src/http/console/input.ts` reads it. */
export function MomentField(props: FieldProps & { value?: Date | null | undefined }) {
  const { filled, path, value } = props;
  const stored = value ? toLocal(value) : '';
  return (
    <Field {...props}>
      <input {...tie(props)} type="datetime-local" value={valueAt(filled, path, stored)} />
    </Field>
  );
}

/** An upload: its form needs `enctype="multipart/form-data"`. A browser never shows the choice again. */
export function FileField(props: FieldProps & { accept?: string }) {
  return (
    <Field {...props}>
      <input {...tie(props)} type="file" accept={props.accept} />
    </Field>
  );
}
