import type { Child } from 'hono/jsx';
import type { Finding } from '../../src/errors.ts';

/** What every field needs to say what is wrong with it: its form's name keeps ids apart on one page. */
export type Asked = { form: string; findings: Finding[] };

/** The id of a field and of what is said about it. */
export const fieldId = (form: string, path: string) => `${form}-${path.replace('.', '-')}`;
const errorOf = ({ findings }: Asked, path: string) =>
  findings.find((f) => f.path === path)?.message;

function ErrorText({ id, message }: { id: string; message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p class="error" id={`${id}-error`}>
      {message}
    </p>
  );
}

const describedBy = (id: string, message: string | undefined) =>
  message === undefined
    ? {}
    : { 'aria-describedby': `${id}-error`, 'aria-invalid': 'true' as const };

type Option = { value: string; label: string };
type ChoicesProps = {
  asked: Asked;
  path: string;
  name: string;
  legend: string;
  options: Option[];
  chosen: string[];
  many?: boolean;
};

/** Radio buttons, none of them chosen beforehand, or check boxes. The first carries the field's id for the summary. */
export function Choices({ asked, path, name, legend, options, chosen, many }: ChoicesProps) {
  const id = fieldId(asked.form, path);
  const message = errorOf(asked, path);
  return (
    <fieldset {...describedBy(id, message)}>
      <legend>{legend}</legend>
      <ErrorText id={id} message={message} />
      {options.map(({ value, label }, index) => (
        <label>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            id={index === 0 ? id : undefined}
            checked={chosen.includes(value)}
            required={!many}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

type LineProps = {
  asked: Asked;
  path: string;
  label: Child;
  value: string;
  hint?: string;
  required?: boolean;
};

/** One line of text. */
export function Line({ asked, path, label, value, hint, required }: LineProps) {
  const id = fieldId(asked.form, path);
  const message = errorOf(asked, path);
  return (
    <div>
      <label for={id}>{label}</label>
      {hint && <p class="quiet">{hint}</p>}
      <ErrorText id={id} message={message} />
      <input
        type="text"
        id={id}
        name={path}
        value={value}
        maxlength={200}
        required={required}
        autocomplete="name"
        {...describedBy(id, message)}
      />
    </div>
  );
}

/** Several lines of text. */
export function Prose({ asked, path, label, value }: LineProps) {
  const id = fieldId(asked.form, path);
  const message = errorOf(asked, path);
  return (
    <div>
      <label for={id}>{label}</label>
      <ErrorText id={id} message={message} />
      <textarea id={id} name={path} rows={3} {...describedBy(id, message)}>
        {value}
      </textarea>
    </div>
  );
}
