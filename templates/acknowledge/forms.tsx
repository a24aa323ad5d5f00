import type { Choice } from '../../src/acknowledgement/choice.ts';
import { responseStatuses } from '../../src/acknowledgement/choice.ts';
import { Moment } from '../moment.tsx';
import { Choices, Prose } from './field.tsx';
import { askedBy, Form, type FormProps, Organisations, Person, typedInto } from './form.tsx';
import { choiceWords, notForUsReasons, notForUsWords, statusWords, words } from './words.ts';

/** In the order in which a person weighs them; none comes chosen. */
const offered: Choice[] = ['received', 'acting', 'does not apply', 'call us'];

/** Says that a version arrived. */
export function AnswerForm(props: FormProps) {
  const typed = typedInto('answer', props);
  return (
    <Form name="answer" props={props}>
      <Choices
        asked={askedBy('answer', props)}
        path="choice"
        name="choice"
        legend={words[props.language].choose}
        options={offered.map((value) => ({ value, label: choiceWords[props.language][value] }))}
        chosen={typed ? [typed.choice] : []}
      />
      <Organisations name="answer" props={props} />
      <Person name="answer" props={props} />
    </Form>
  );
}

/**
 * Asks the same once more about an answer that looked automatic. Nothing is typed; "this was not me" stands first,
 * where a machine that takes the first button ends.
 */
export function ConfirmForm(props: FormProps) {
  const w = words[props.language];
  const choices = choiceWords[props.language];
  return (
    <Form name="confirm" props={props}>
      <p>{w.pending}</p>
      <ul>
        {props.sheet.standings.map(
          ({ name, pendingChoice, pendingAt }) =>
            pendingChoice &&
            pendingAt && (
              <li>
                {name}: <strong>{choices[pendingChoice]}</strong>,{' '}
                <Moment at={pendingAt} language={props.language} />
              </li>
            ),
        )}
      </ul>
      <Choices
        asked={askedBy('confirm', props)}
        path="choice"
        name="choice"
        legend={w.confirmQuestion}
        options={[
          { value: 'not me', label: w.notMe },
          ...offered.map((value) => ({ value, label: choices[value] })),
        ]}
        chosen={[]}
      />
      <p>
        <button type="submit">{w.confirm}</button>
      </p>
    </Form>
  );
}

/** Answers a request: how it stands, and for *explain* an argument per condition. */
export function ResponseForm(props: FormProps) {
  const { language, sheet } = props;
  const w = words[language];
  const asked = askedBy('response', props);
  const typed = typedInto('response', props);
  const conditions =
    sheet.conditions.length > 0 ? sheet.conditions.map((c) => c[language]) : [w.why];
  const before = sheet.standings.find((standing) => standing.explanation)?.explanation ?? [];
  return (
    <Form name="response" props={props}>
      <Choices
        asked={asked}
        path="status"
        name="status"
        legend={w.status}
        options={responseStatuses.map((value) => ({ value, label: statusWords[language][value] }))}
        chosen={typed ? [typed.status] : []}
      />
      <fieldset>
        <legend>{w.arguments}</legend>
        {conditions.map((condition, index) => (
          <Prose
            asked={asked}
            path={`explanation.${index}`}
            label={conditions.length > 1 ? `${index + 1}. ${condition}` : condition}
            value={typed?.explanation[index] ?? before[index] ?? ''}
          />
        ))}
      </fieldset>
      <Organisations name="response" props={props} />
      <Person name="response" props={props} />
    </Form>
  );
}

/** Says that the message is not for this contact any more; the duty officer calls, and nobody is unsubscribed. */
export function NotForUsForm(props: FormProps) {
  const { language } = props;
  const typed = typedInto('not-for-us', props);
  return (
    <Form name="not-for-us" props={props}>
      <p>{words[language].notForUsNote}</p>
      <Choices
        asked={askedBy('not-for-us', props)}
        path="choice"
        name="choice"
        legend={words[language].notForUsWhy}
        options={notForUsReasons.map((value) => ({ value, label: notForUsWords[language][value] }))}
        chosen={typed ? [typed.choice] : []}
      />
      <Person name="not-for-us" props={props} />
    </Form>
  );
}
