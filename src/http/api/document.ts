import { OpenAPIHono, z } from '@hono/zod-openapi';
import { apiVersion } from './api-headers.ts';
import { apiPath } from './mount.ts';
import type { Operation, Resource } from './operation.ts';
import { problemSchema, refusals, refusalsOf } from './problem-answer.ts';

/** Whose hub it is: what the document says differs per installation in nothing else. */
export type About = { publicUrl: string; csirtName: string; email: string };

const description = `What the hub can do, for machines: the console does nothing that cannot be done here.

**Who you are.** Send an API key as \`Authorization: Bearer …\`; an operator makes one under *Account* in the console. A key
counts as its owner: who wrote a version with a key does not approve it. \`x-roles\` says which roles may use an operation;
where it says \`partner\`, a key that an administrator made for a partner may, for what is its own.

**Lists** come in pages: follow \`nextCursor\` (or \`Link: rel="next"\`) until it is null.

**Twice is once.** Send an \`Idempotency-Key\` with a POST: for 24 hours the same key and request get the first answer
again, and nothing is done twice.

**Changing together.** Send the \`ETag\` of what you saw as \`If-Match\`; 412 says that somebody else was first.

**Less to send.** Every answer to a GET but CSV carries an \`ETag\`: send it as \`If-None-Match\`, and 304 says that it still is
so. By \`Accept-Encoding\` answers travel as \`br\` or \`gzip\`, each with a strong tag of its own, and any of them will do.

**Refusals** are \`application/problem+json\` (RFC 9457) with every finding and its path. Unknown fields are refused by name.

Moments are in UTC (RFC 3339). The words are those of the trade: an *advisory* is a series with one tracking id, a
*version* one immutable issue of it, a *dispatch* one decision to send, a *delivery* one dispatch to one address.`;

/** The OpenAPI 3.1 document of the API, generated from its operations. */
export function createDocument(resources: Resource[], about: About) {
  const { openAPIRegistry: registry, ...hono } = new OpenAPIHono();
  registry.registerComponent('headers', 'API-Version', {
    description: 'The full version of this API.',
    schema: { type: 'string', example: apiVersion },
  });
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of an operator.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'semafoor',
    description: 'The session of an operator who is signed in to the console.',
  });
  registry.register('Problem', problemSchema);
  for (const { name, answer } of refusals) registry.registerComponent('responses', name, answer);
  for (const { tag, operations } of resources)
    for (const operation of operations) registry.registerPath(toPath(tag, operation));
  const document = hono.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Semafoor',
      version: apiVersion,
      description,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en' },
      contact: { name: about.csirtName, url: about.publicUrl, email: about.email },
    },
    servers: [{ url: `${about.publicUrl}${apiPath}`, description: about.csirtName }],
    tags: resources.map(({ tag, description }) => ({ name: tag, description })),
  });
  return withoutOwnPatterns(document) as typeof document;
}

/** A pattern for all of Unicode is ours alone: OpenAPI's tools read patterns without the flag that it needs. */
function withoutOwnPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnPatterns);
  if (value === null || typeof value !== 'object') return value;
  const isOwn = ([key, each]: [string, unknown]) => key === 'pattern' && /\\u\{/.test(String(each));
  const kept = Object.entries(value).filter((entry) => !isOwn(entry));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutOwnPatterns(each)]));
}

type Path = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

function toPath(tag: string, operation: Operation): Path {
  const { method, path, id, access, partners, summary, description } = operation;
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: [
      ...(access === 'public' ? [{}] : []),
      { key: [] },
      ...(access === 'public' || access.length === 0 ? [] : [{ session: [] }]),
    ],
    'x-roles': access === 'public' ? ['public'] : [...access, ...(partners ? ['partner'] : [])],
    request: requestOf(operation),
    responses: { ...successOf(operation), ...refusalsOf(operation) },
  } as Path;
}

function requestOf({
  params,
  query,
  body,
  consumes = 'application/json',
  ...operation
}: Operation) {
  const content = body && { [consumes]: { schema: body } };
  return {
    ...(params && { params: z.object(params) }),
    ...(query && { query: z.object(query) }),
    ...(content && { body: { required: !body.safeParse({}).success, content } }),
    headers: z.object({
      ...(operation.method === 'post' &&
        operation.repeatable !== false && { 'Idempotency-Key': idempotencyKey }),
      ...(operation.ifMatch && { 'If-Match': ifMatch }),
      ...(isRead(operation) && { 'If-None-Match': ifNoneMatch }),
    }),
  };
}

const idempotencyKey = z.string().min(1).max(255).optional().openapi({
  description: 'Chosen by you; repeat it to repeat the request.',
  example: '6f1c2a52-retry',
});
const ifMatch = z
  .string()
  .openapi({ description: 'The ETag of what you saw.', example: '"X3kQ0mZb0Gv2rY7uT1pWcA"' });
const ifNoneMatch = z.string().optional().openapi({
  description: 'The ETag of what you have: 304 when it still is so.',
  example: '"X3kQ0mZb0Gv2rY7uT1pWcA"',
});

/** What is read as JSON carries a tag, and is not sent again to who has it. */
const isRead = ({ method, produces }: Operation) => method === 'get' && !produces;

function successOf(operation: Operation) {
  const { answer, location, tagged, produces = 'application/json' } = operation;
  if (!answer) return { 204: { description: 'Done.', headers: headersOf([]) } };
  const isList = 'nextCursor' in ((answer as Partial<z.ZodObject>).shape ?? {});
  const headers = headersOf([
    ...(tagged || isRead(operation) ? ['ETag'] : []),
    ...(location ? ['Location'] : []),
    ...(isList ? ['Link'] : []),
  ]);
  const status = location ? 201 : 200;
  const description = location ? 'It came into being; Location says where.' : 'What was asked for.';
  return {
    [status]: { description, headers, content: { [produces]: { schema: answer } } },
    ...(isRead(operation) && { 304: { description: 'It still is as you have it.', headers } }),
  };
}

const headerWords: Record<string, string> = {
  ETag: 'Names this representation, for If-Match and If-None-Match.',
  Location: 'Where it is.',
  Link: 'The next page, as rel="next"; absent on the last.',
};

const headersOf = (names: string[]) => ({
  'API-Version': { $ref: '#/components/headers/API-Version' },
  ...Object.fromEntries(
    names.map((name) => [name, { description: headerWords[name], schema: { type: 'string' } }]),
  ),
});
