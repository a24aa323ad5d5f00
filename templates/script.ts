import { createHash } from 'node:crypto';
import { matrixScript } from './script/matrix.ts';
import { watchScript } from './script/watch.ts';

/** The console's scripts by file name; every page works without them. */
const scripts: Readonly<Record<string, string>> = {
  'matrix.js': matrixScript,
  'watch.js': watchScript,
};

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The address of a script, which changes with its content, so that a browser may keep it for a year. */
export const scriptPath = (name: string) => `/assets/${name}?v=${digestOf(scripts[name] ?? '')}`;

/** A script's text and the digest that its address names; undefined where there is none of that name. */
export function findScript(name: string): { text: string; digest: string } | undefined {
  const text = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  return text === undefined ? undefined : { text, digest: digestOf(text) };
}
