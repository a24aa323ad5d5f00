/** Reads a header of a request by its name in lower case. */
export type ReadHeader = (name: string) => string | undefined;

/** What the Node server gives along; a Worker has none of it. */
type Bindings =
  | { incoming?: { headers?: Record<string, string | string[] | undefined> } }
  | undefined;

/** The headers of a request. Node has them at hand; to make `Headers` of them costs more than many an answer. */
export function headersOf(request: Request | undefined, env: unknown): ReadHeader {
  const parsed = (env as Bindings)?.incoming?.headers;
  if (!parsed) return (name) => request?.headers.get(name) ?? undefined;
  return (name) => parsed[name]?.toString();
}
