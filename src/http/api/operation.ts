import type { z } from '@hono/zod-openapi';
import type { Hub } from '../../hub.ts';
import type { Caller } from '../../operator/caller.ts';
import { type Role, roles } from '../../operator/role.ts';

/** Who may use an operation: everybody, or callers with one of these roles. */
export type Access = 'public' | readonly Role[];
/** Whoever has an account, in whatever role. */
export const everyone: readonly Role[] = roles;

/** Parameters by name, as they stand in a path or query. */
export type Shape = Record<string, z.ZodType>;
type Read<S extends Shape> = z.output<z.ZodObject<S>>;

/** What a handler gets: everything is read and checked, and the caller may do this. */
export type ApiRequest<A extends Access, P, Q, B, S = unknown> = {
  hub: Hub;
  /** For a public operation the caller who showed a key, if one did. */
  caller: A extends 'public' ? Caller | null : Caller;
  /** 0 where no operator asks: nobody is known, or a partner's key came. */
  operatorId: number;
  params: P;
  query: Q;
  body: B;
  /** What `ifMatch` read: the caller saw it exactly so. */
  seen: S;
};

export type Definition<
  A extends Access,
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  R extends z.ZodType,
  S,
> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under `/api/v1`, parameters in braces: `/versions/{versionId}`. */
  path: string;
  /** The operation's name in generated clients: `listAdvisories`. */
  id: string;
  /** The one place that says who may: middleware, document and rights matrix come from it. */
  access: A;
  /** A partner's key may use it too, for what is its organisation's. Without roles in `access` it is for partners alone. */
  partners?: true;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** The media type of the body; other than JSON it is handed over as bytes, a form by its fields. */
  consumes?: string;
  /** JSON too is handed over as bytes: the verb reads it. */
  raw?: true;
  /** Not every runtime can do it: 501 there. */
  mayBeMissing?: true;
  /** What is answered; without it the answer has no body (204). */
  answer?: R;
  /** The media type of the answer; other than JSON it goes out as the handler gave it. */
  produces?: string;
  /** Something came into being: 201, with its path under `/api/v1` in `Location`. */
  location?: (body: z.output<R>) => string;
  /** The answer to this change is the thing as it stands now, so it carries the ETag for the next one, as every JSON that is read does. */
  tagged?: true;
  /** Reads what is to be changed: only a caller whose `If-Match` names it as it stands gets on. */
  ifMatch?: (request: ApiRequest<A, Read<P>, Read<Q>, unknown>) => Promise<S>;
  /** False where the answer holds a secret or nothing is made: no `Idempotency-Key` is taken. */
  repeatable?: false;
  /** Does it, and returns the body of the answer. */
  handle: (request: ApiRequest<A, Read<P>, Read<Q>, z.output<B>, S>) => Promise<z.output<R>>;
};

/** An operation whose types were checked where it was defined. */
// biome-ignore lint/suspicious/noExplicitAny: what a handler gets differs per operation; `operation` checks each.
export type Operation = Definition<any, any, any, any, any, any>;

/** The operations of one noun, and what the document says of it. */
export type Resource = { tag: string; description: string; operations: Operation[] };

/** Checks the types of one operation: what its handler gets and gives is what its schemas say. */
export function operation<
  const A extends Access,
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
  S = unknown,
>(definition: Definition<A, P, Q, B, R, S>): Operation {
  return definition as unknown as Operation;
}
