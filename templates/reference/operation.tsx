import { type ApiParameter, nameOf, type Placed } from './document.ts';
import { Fields, TypeOf } from './schema.tsx';
import { Text } from './text.tsx';
import type { ReferenceWords } from './words.ts';

type Props = Placed & { w: ReferenceWords };

/** One operation: what it does, for whom, what it takes and what it answers. */
export function Operation({ method, path, operation, w }: Props) {
  const { operationId = '', summary = '', description, parameters = [] } = operation;
  const roles = operation['x-roles'] ?? [];
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  return (
    <div>
      <h3 id={operationId}>{summary}</h3>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      {description && (
        <p>
          <Text text={description} />
        </p>
      )}
      <p>
        {w.who}: {roles.includes('public') ? w.anyone : roles.join(', ')}
      </p>
      {parameters.length > 0 && <Parameters id={operationId} parameters={parameters} w={w} />}
      {body?.[1].schema && (
        <>
          <p>
            {w.body} (<code>{body[0]}</code>): <TypeOf schema={body[1].schema} />
          </p>
          {!nameOf(body[1].schema) && body[1].schema.properties && (
            <Fields schema={body[1].schema} caption={`${w.body}: ${operationId}`} w={w} />
          )}
        </>
      )}
      <Answers method={method} path={path} operation={operation} w={w} />
    </div>
  );
}

type Given = { id: string; parameters: ApiParameter[]; w: ReferenceWords };

function Parameters({ id, parameters, w }: Given) {
  const caption = `${w.parameters}: ${id}`;
  return (
    <section class="wide" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.where}</th>
            <th scope="col">{w.type}</th>
            <th scope="col">{w.needed}</th>
            <th scope="col">{w.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, in: where, required, schema = {}, description }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{where}</td>
              <td>
                <TypeOf schema={schema} />
              </td>
              <td>{required ? w.yes : w.no}</td>
              <td>
                <Text text={description ?? schema.description ?? ''} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What it answers; refusals by number alone, for each means the same everywhere. */
function Answers({ operation: { responses = {} }, w }: Props) {
  const all = Object.entries(responses);
  const answers = all.filter(([, { $ref }]) => $ref === undefined);
  const refusals = all.filter(([, { $ref }]) => $ref !== undefined);
  return (
    <>
      <p>{w.answers}:</p>
      <ul>
        {answers.map(([status, { description, content = {} }]) => {
          const schema = Object.values(content)[0]?.schema;
          return (
            <li>
              <code>{status}</code> {description} {schema && <TypeOf schema={schema} />}
            </li>
          );
        })}
      </ul>
      <p>
        {w.refusals}: {refusals.map(([status]) => status).join(', ')}
      </p>
    </>
  );
}
