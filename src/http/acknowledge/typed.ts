import { formNames, type Typed } from '../../../templates/acknowledge/typed.ts';

/** A form's body as Hono parses it with `all`: a field that comes twice is a list, an upload is a file. */
export type Body = Record<string, string | File | (string | File)[]>;

/** The fields of a form that came as a query does. */
export function readFields(text: string): Body {
  const body: Body = Object.create(null);
  for (const [name, value] of new URLSearchParams(text))
    body[name] = [body[name] ?? [], value].flat();
  return body;
}

/** Reads what was typed; whatever is not text, or of a field that the forms do not have, is as if it were empty. */
export function readTyped(body: Body): Typed & { nonce: string; bait: string } {
  const form = textOf(body, 'form');
  return {
    form: formNames.find((name) => name === form) ?? 'answer',
    choice: textOf(body, 'choice'),
    status: textOf(body, 'status'),
    explanation: explanationOf(body),
    saidBy: textOf(body, 'saidBy'),
    remark: textOf(body, 'remark'),
    organisationIds: textsOf(body, 'organisationIds').map(Number),
    nonce: textOf(body, 'nonce'),
    bait: textOf(body, 'website'),
  };
}

/** Browsers send line ends as CRLF; a NUL cannot be stored. */
function textsOf(body: Body, name: string): string[] {
  if (body[name] === undefined) return [];
  return [body[name]]
    .flat()
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim());
}

const textOf = (body: Body, name: string) => textsOf(body, name)[0] ?? '';

/** `explanation.0`, `explanation.1`, … up to the last that came, twenty at most. */
function explanationOf(body: Body): string[] {
  const all = Array.from({ length: 20 }, (_, index) => textOf(body, `explanation.${index}`));
  return all.slice(0, all.findLastIndex((text) => text !== '') + 1);
}
