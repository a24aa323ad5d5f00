import type { Child } from 'hono/jsx';
import { type ApiSchema, nameOf } from './document.ts';
import { Text } from './text.tsx';
import type { ReferenceWords } from './words.ts';

/** What a value is, in a few words; what has a name is a link to it. */
export function TypeOf({ schema }: { schema: ApiSchema }): Child {
  const name = nameOf(schema);
  if (name) return <a href={`#schema-${name}`}>{name}</a>;
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return <Choice schemas={choice} />;
  if (schema.enum) return <>{schema.enum.map((value) => JSON.stringify(value)).join(' · ')}</>;
  if (schema.const !== undefined) return <>{JSON.stringify(schema.const)}</>;
  const type = [schema.type ?? 'any'].flat().join(' or ');
  if (schema.items)
    return (
      <>
        {type} of <TypeOf schema={schema.items} />
      </>
    );
  return <>{schema.format ? `${type} (${schema.format})` : type}</>;
}

function Choice({ schemas }: { schemas: ApiSchema[] }) {
  return (
    <>
      {schemas.map((schema, index) => (
        <>
          {index > 0 && ' or '}
          <TypeOf schema={schema} />
        </>
      ))}
    </>
  );
}

type Row = { name: string; schema: ApiSchema; required: boolean };

/** The fields of an object, those of the objects in it by their whole path. */
function rowsOf({ properties = {}, required = [] }: ApiSchema, before = ''): Row[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const own = { name: `${before}${key}`, schema, required: required.includes(key) };
    const inner = schema.properties ? schema : schema.items;
    const mark = schema.properties ? '.' : '[].';
    return [own, ...(inner?.properties ? rowsOf(inner, `${own.name}${mark}`) : [])];
  });
}

/** The fields of a schema as a table; what is not an object says what it is. */
export function Fields({
  schema,
  caption,
  w,
}: {
  schema: ApiSchema;
  caption: string;
  w: ReferenceWords;
}) {
  const rows = rowsOf(schema);
  if (rows.length === 0)
    return (
      <p>
        <TypeOf schema={schema} />
      </p>
    );
  return (
    <section class="wide" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.type}</th>
            <th scope="col">{w.needed}</th>
            <th scope="col">{w.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, schema, required }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <TypeOf schema={schema} />
              </td>
              <td>{required ? w.yes : w.no}</td>
              <td>{schema.description && <Text text={schema.description} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
