import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Described = {
  $ref?: string;
  content?: Record<string, unknown>;
  headers?: Record<string, unknown>;
};
type Operation = { responses: Record<string, Described> };
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Described> };
};

export type Seen = { method: string; path: string; answer: Response; body: unknown };

/** Holds answers against the API's document: a status, a media type or a body that it does not know is an error. */
export function createJudge(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema(document, 'document');
  const patterns = Object.keys(document.paths)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
    .map((path) => ({ path, pattern: patternOf(path) }));

  function check(at: string[], body: unknown, what: string) {
    const validate = ajv.compile({ $ref: `document#/${at.map(escaped).join('/')}` });
    if (validate(body)) return;
    const errors = ajv.errorsText(validate.errors);
    throw new Error(`${what} is not as documented: ${errors}\n${JSON.stringify(body)}`);
  }

  return function judge({ method, path, answer, body }: Seen) {
    const what = `${method} ${path} → ${answer.status}`;
    if (!answer.headers.has('api-version')) throw new Error(`${what} has no API-Version.`);
    const known = patterns.find(({ pattern }) => pattern.test(path))?.path ?? '';
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = document.paths[known]?.[verb];
    if (!operation) {
      // Nothing is there, or not this method.
      if (![404, 405].includes(answer.status)) throw new Error(`${what} is not in the document.`);
      return check(['components', 'schemas', 'Problem'], body, what);
    }
    const given = operation.responses[answer.status];
    if (!given) throw new Error(`${what} is not in the document: ${JSON.stringify(body)}`);
    if (given.headers?.ETag && !answer.headers.has('etag'))
      throw new Error(`${what} has no ETag, which the document promises.`);
    const name = given.$ref?.split('/').at(-1) ?? '';
    const { content } = document.components.responses[name] ?? given;
    if (!content || method === 'HEAD') return;
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    if (!content[type]) throw new Error(`${what} is ${type}, which is not in the document.`);
    if (!/json/.test(type)) return;
    const at = given.$ref
      ? ['components', 'responses', name]
      : ['paths', known, verb, 'responses', String(answer.status)];
    check([...at, 'content', type, 'schema'], body, what);
  };
}

const escaped = (key: string) => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'));

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
