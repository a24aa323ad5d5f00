import type { z } from 'zod';

/** One environment variable: what it means to an administrator and how its text is read. */
export type Setting = {
  /** A noun phrase for README's table. */
  meaning: string;
  /** Finishes the sentence "NAME must be …" when its text cannot be read. */
  mustBe: string;
  example: string;
  /** The text that stands in for an unset variable. */
  fallback?: string;
  /** In words, what happens when it is unset and has no fallback. */
  unset?: string;
  /** The hub does not start without it. */
  required?: true;
  /** Its text is never repeated in a message. */
  secret?: true;
  schema: z.ZodType;
};
