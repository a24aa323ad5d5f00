import type { Finding } from '../errors.ts';

/** In characters. The upper bound keeps hashing cheap to refuse. */
export const shortest = 12;
export const longest = 128;

type Whose = { name: string; email: string };

/** What is wrong with a password, under `path`; nothing when it will do. Length counts, recipes do not. */
export function passwordFindings(
  password: string,
  { name, email }: Whose,
  path = 'password',
): Finding[] {
  const length = [...password].length;
  if (length < shortest) return [{ path, message: `Use at least ${shortest} characters.` }];
  if (length > longest) return [{ path, message: `Use at most ${longest} characters.` }];
  const plain = password.toLowerCase();
  const own = [name, email, email.split('@')[0] ?? ''].map((text) => text.toLowerCase());
  // One's own name or address, with at most a few characters around it, is the first guess.
  const guessed = own.some(
    (text) => text.length > 3 && plain.includes(text) && length - text.length < 8,
  );
  if (guessed) return [{ path, message: 'Do not use your own name or address.' }];
  if (new Set(plain).size < 5) return [{ path, message: 'Use more different characters.' }];
  return [];
}
