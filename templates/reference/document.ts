/** An OpenAPI document, as far as its page reads it. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths?: Record<string, Record<string, ApiOperation>>;
  components?: { schemas?: Record<string, ApiSchema> };
};

export type ApiOperation = {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  'x-roles'?: string[];
  parameters?: ApiParameter[];
  requestBody?: { content: Content };
  responses?: Record<string, { $ref?: string; description?: string; content?: Content }>;
};

type Content = Record<string, { schema?: ApiSchema }>;

export type ApiParameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: ApiSchema;
};

export type ApiSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  items?: ApiSchema;
  anyOf?: ApiSchema[];
  oneOf?: ApiSchema[];
  allOf?: ApiSchema[];
  properties?: Record<string, ApiSchema>;
  required?: string[];
};

/** An operation with where it is. */
export type Placed = { method: string; path: string; operation: ApiOperation };

/** The operations of a tag, in the order of the document. */
export function operationsOf({ paths = {} }: ApiDocument, tag: string): Placed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags?.includes(tag))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** A schema by name, or null where it has none. */
export const nameOf = ({ $ref }: ApiSchema) => $ref?.split('/').at(-1) ?? null;
