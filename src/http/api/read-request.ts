import { z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import { type Finding, HubError } from '../../errors.ts';
import { findingsOf } from '../../parse.ts';
import type { Operation } from './operation.ts';

/** What a person can still read; a body of nothing but mistakes would be answered with more than it was. */
const mostFindings = 500;

/**
 * Reads the parameters, the query and the body of a request.
 * @throws HubError invalid with everything that is wrong with all three | unsupported media type
 */
export async function readRequest(request: HonoRequest, operation: Operation) {
  const findings: Finding[] = [];
  const take = (schema: z.ZodType, value: unknown) => {
    const read = schema.safeParse(value);
    if (!read.success) findings.push(...findingsOf(read.error));
    return read.data;
  };
  const params = take(z.strictObject(operation.params ?? {}), request.param());
  const query = take(z.strictObject(operation.query ?? {}), queryOf(request));
  const body = await readBody(request, operation, findings);
  const checked = operation.body && body.read ? take(operation.body, body.value) : body.value;
  if (findings.length === 0) return { params, query, body: checked };
  const where = findings.map(({ path }) => path).filter((path) => path !== '');
  const message = where.length > 20 ? `${findings.length} places` : where.join(', ');
  throw new HubError(
    'invalid',
    `Correct ${message || 'the request'}.`,
    findings.slice(0, mostFindings),
  );
}

/** A parameter that is given twice is an array, which only a schema of several values takes. */
function queryOf(request: HonoRequest) {
  const all = Object.entries(request.queries());
  return Object.fromEntries(
    all.map(([name, [first, ...more]]) => [name, more.length ? [first, ...more] : first]),
  );
}

type Body = { read: boolean; value?: unknown };

async function readBody(
  request: HonoRequest,
  { body, raw, consumes = 'application/json' }: Operation,
  findings: Finding[],
): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return { read: false };
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isNothing = bytes.length === 0 && request.header('content-type') === undefined;
  if (isNothing) return body ? { read: true, value: {} } : { read: false };
  requireMedia(request, consumes);
  if (consumes === 'multipart/form-data') return readForm(request, findings);
  if (raw || consumes !== 'application/json') return { read: true, value: bytes };
  const value = parseJson(bytes, findings);
  if (body) return { read: value !== undefined, value };
  const isEmpty = value && typeof value === 'object' && Object.keys(value).length === 0;
  if (!isEmpty) findings.push({ path: '', message: 'This takes no body: send none.' });
  return { read: false };
}

/** A form's fields by name, a file among them as its bytes. A field that is given twice is an array. */
async function readForm(request: HonoRequest, findings: Finding[]): Promise<Body> {
  const form = await request.formData().catch(() => null);
  if (!form) {
    const message = 'Correct the body: it cannot be read as a form.';
    findings.push({ path: '', message });
    return { read: false };
  }
  const bytesOf = async (part: File | string) =>
    typeof part === 'string' ? part : new Uint8Array(await part.arrayBuffer());
  const fields = [...new Set(form.keys())].map(async (name) => {
    const [first, ...more] = await Promise.all(form.getAll(name).map(bytesOf));
    return [name, more.length > 0 ? [first, ...more] : first];
  });
  return { read: true, value: Object.fromEntries(await Promise.all(fields)) };
}

/** @throws HubError unsupported */
function requireMedia(request: HonoRequest, consumes: string): void {
  const given = request.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const isPlain = (request.header('content-encoding') ?? 'identity') === 'identity';
  if (given === consumes && isPlain) return;
  throw new HubError('unsupported', `Send the body as ${consumes}, without compressing it.`);
}

/** JSON is UTF-8 (RFC 8259 §8.1); what is not says so instead of being stored with question marks in it. */
function parseJson(bytes: Uint8Array, findings: Finding[]): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = bytes.length === 0 ? 'it is empty' : 'it cannot be read as JSON in UTF-8';
    const where =
      error instanceof SyntaxError ? /position \d+/.exec(error.message)?.[0] : undefined;
    findings.push({ path: '', message: `Correct the body: ${why}${where ? ` (${where})` : ''}.` });
    return undefined;
  }
}
