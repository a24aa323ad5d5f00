import type { Typed } from '../../../templates/console/filled.ts';

/** An object as the fields of a form: `{ products: [{ name }] }` becomes `products.0.name`. The reverse of `nest`. */
export function flatten(value: unknown, path = ''): Typed {
  const typed: Record<string, string[]> = {};
  add(typed, path, value);
  return typed;
}

function add(typed: Record<string, string[]>, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    typed[path] = [String(value)];
    return;
  }
  for (const [key, below] of Object.entries(value))
    add(typed, path === '' ? key : `${path}.${key}`, below);
}
