import { formatSemver } from '../../ordinal.ts';

/** CSAF 2.0 §3.1.11: an advisory numbers its documents by whole numbers or by semantic versions, not both. */
export type Scheme = 'integer' | 'semver';

/** Whether CSAF takes a text as a document's number; of a semantic version, its three parts alone. */
export function isNumber(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)\.(0|[1-9]\d*))?$/.test(text);
}

export function schemeOf(number: string): Scheme {
  return /^\d+$/.test(number) ? 'integer' : 'semver';
}

type Semver = { parts: [number, number, number]; pre: string };

function readSemver(number: string): Semver {
  const [core = '', pre = ''] = number.replace(/\+.*$/, '').split(/-(.*)/s);
  const [major = 0, minor = 0, patch = 0] = core.split('.').map(Number);
  return { parts: [major, minor, patch], pre };
}

/** Below 0 when `one` comes before `other`; both of one scheme. A pre-release comes before its release. */
export function compareNumbers(one: string, other: string): number {
  const [a, b] = [readSemver(one), readSemver(other)];
  for (const index of [0, 1, 2] as const) {
    if (a.parts[index] !== b.parts[index]) return a.parts[index] - b.parts[index];
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePre(a.pre.split('.'), b.pre.split('.'));
}

/** Semantic Versioning 2.0.0 §11.4. */
function comparePre(a: string[], b: string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [one = '', other = ''] = [a[index], b[index]];
    if (one === other) continue;
    const [isOne, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isOne && isOther) return Number(one) - Number(other);
    if (isOne !== isOther) return isOne ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** The number of a version of our own after another: `1.0.3` → `1.0.4`, `7` → `8`. */
export function nextNumber(number: string | null, ordinal: number): string {
  if (number === null) return formatSemver(ordinal);
  if (schemeOf(number) === 'integer') return String(BigInt(number) + 1n);
  const [major, minor, patch] = readSemver(number).parts;
  // 0.x is for drafts (CSAF 2.0 §6.1.17); what the hub writes after it is published.
  return major === 0 ? '1.0.0' : `${major}.${minor}.${patch + 1}`;
}

/** Whether CSAF 2.0 allows a number in drafts alone (§6.1.17, §6.1.18). */
export function isForDrafts(number: string): boolean {
  return /^0(\.|$)/.test(number) || readSemver(number).pre !== '';
}

/** The number of a withdrawal: `1.0.3` → `1.1.3`, so that the last part stays the ordinal; `7` → `8`. */
export function withdrawalNumber(number: string): string {
  if (schemeOf(number) === 'integer') return String(BigInt(number) + 1n);
  const [major, minor, patch] = readSemver(number).parts;
  return `${major}.${minor + 1}.${patch}`;
}
