import type { Hono } from 'hono';
import type { HttpEnv } from '../../src/http/env.ts';
import { createJudge, type Document } from './api-judge.ts';

export type ApiAnswer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the document says what it is, and the visitor checked it.
  body: any;
};

const start = '/api/v1';

/**
 * A machine that uses the API. Every answer it gets is held against `/api/v1/openapi.json`: a status or a body that
 * the document does not know ends the test.
 */
export async function createApiVisitor(app: Hono<HttpEnv>, headers: Record<string, string> = {}) {
  const document = await (await app.request(`${start}/openapi.json`)).json();
  const judge = createJudge(document as Document);
  async function ask(method: string, path: string, init: Ask = {}): Promise<ApiAnswer> {
    const { json, body = json === undefined ? undefined : JSON.stringify(json) } = init;
    const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
    const all = { ...headers, ...type, ...init.headers };
    const answer = await app.request(`${start}${path}`, {
      method,
      headers: all,
      body: body ?? null,
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const read = isJson && text !== '' ? JSON.parse(text) : text;
    judge({ method, path: path.split('?')[0] ?? '', answer, body: read });
    return { status: answer.status, headers: answer.headers, body: read };
  }
  return {
    ask,
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, { headers }),
    post: (path: string, json?: unknown, headers: Record<string, string> = {}) =>
      ask('POST', path, { json, headers }),
    put: (path: string, json: unknown, headers: Record<string, string> = {}) =>
      ask('PUT', path, { json, headers }),
    patch: (path: string, json: unknown, headers: Record<string, string> = {}) =>
      ask('PATCH', path, { json, headers }),
    remove: (path: string, headers: Record<string, string> = {}) =>
      ask('DELETE', path, { headers }),
  };
}

export type ApiVisitor = Awaited<ReturnType<typeof createApiVisitor>>;
type Ask = { json?: unknown; body?: BodyInit; headers?: Record<string, string> };
