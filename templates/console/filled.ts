import type { Finding } from '../../src/errors.ts';

/** What came of every field of a form, by name; a field that was ticked twice has two. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** A form as it is shown: empty, or again with what was typed and with what is wrong at which field. */
export type Filled = {
  /** Keeps the ids of two forms on one page apart. */
  form: string;
  /** Undefined as long as nobody sent it: the fields then show what is stored. */
  typed?: Typed;
  findings: Finding[];
  /** The path of the field that takes the focus: the first of a row that was just added. */
  focus?: string;
  /** What is wrong with the whole, in English, where no field is to blame. */
  message?: string;
};

/** A form that nobody sent yet. */
export const unsent = (form: string): Filled => ({ form, findings: [] });

/** The id of a field: `edit-content-texts-nl-title`. */
export const fieldId = (form: string, path: string) => `${form}-${path.replace(/[^\w]+/g, '-')}`;

/** What is said to be wrong with a field. */
export const errorsAt = ({ findings }: Filled, path: string) =>
  findings.filter((finding) => finding.path === path).map(({ message }) => message);

/** What a field of one value shows: what was typed, else what is stored. */
export const valueAt = ({ typed }: Filled, path: string, stored = '') =>
  typed ? (typed[path]?.[0] ?? '') : stored;

/** What a field of many values shows. */
export const valuesAt = ({ typed }: Filled, path: string, stored: readonly string[] = []) =>
  typed ? (typed[path] ?? []) : stored;
