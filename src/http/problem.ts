import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Code, Finding } from '../errors.ts';
import type { HttpEnv } from './env.ts';

/** The one mapping of what verbs say to what HTTP says; pages use it as well as the API. */
export const statusOf: Record<Code, ContentfulStatusCode> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  precondition_failed: 412,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  precondition_required: 428,
  too_many: 429,
  not_implemented: 501,
};

/** A request that did not get what it asked for, in the caller's terms. */
export type Failure = {
  status: ContentfulStatusCode;
  /** In English, fit to show to anybody; absent where there is nothing to say beyond the status. */
  detail?: string | undefined;
  findings?: Finding[];
  headers?: Record<string, string>;
};

export const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** Answers a machine with `application/problem+json` (RFC 9457 §3), every finding with its path in `errors`. */
export function problem(c: Context<HttpEnv>, failure: Failure): Response {
  const { status, detail, findings = [], headers = {} } = failure;
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    ...(detail && { detail }),
    requestId: c.get('requestId'),
    ...(findings.length > 0 && { errors: findings }),
  };
  return c.body(JSON.stringify(body), status, {
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}
