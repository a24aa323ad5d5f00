import type { Child } from 'hono/jsx';
import { type FieldProps, Said, tie } from './field.tsx';
import { fieldId, valueAt, valuesAt } from './filled.ts';

export type Option = { value: string; label: Child };
type OneProps = FieldProps & { options: readonly Option[]; value?: string | undefined };

/** A choice of one from many; give an option with the value '' where none is an answer too. */
export function SelectField(props: OneProps) {
  const { filled, path, options, value } = props;
  const chosen = valueAt(filled, path, value);
  return (
    <div class="field">
      <label for={fieldId(filled.form, path)}>{props.label}</label>
      <Said {...props} />
      <select {...tie(props)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A choice of one from a few, each to be seen; the first carries the field's id, for the summary of errors. */
export function RadiosField(props: OneProps) {
  const chosen = valueAt(props.filled, props.path, props.value);
  return <Group {...props} type="radio" chosen={[chosen]} />;
}

/** Any number of choices; `many` of `src/http/console/input.ts` reads them. */
export function ChecksField(
  props: FieldProps & { options: readonly Option[]; values?: readonly string[] | undefined },
) {
  const chosen = valuesAt(props.filled, props.path, props.values);
  return <Group {...props} type="checkbox" chosen={chosen} />;
}

type GroupProps = FieldProps & {
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  chosen: readonly string[];
};

function Group(props: GroupProps) {
  const { id, name, 'aria-required': _, 'aria-invalid': __, ...said } = tie(props);
  return (
    <fieldset class="field" {...said}>
      <legend>{props.label}</legend>
      <Said {...props} />
      {props.options.map(({ value, label }, index) => (
        <label>
          <input
            type={props.type}
            name={name}
            value={value}
            id={index === 0 ? id : `${id}-${index}`}
            checked={props.chosen.includes(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
