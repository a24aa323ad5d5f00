import { z } from 'zod';
import { kinds } from './kind.ts';

/**
 * How an audience names its organisations. Kinds and sectors narrow each other (an empty list does not narrow),
 * listed organisations come on top, `software` narrows the whole; without kinds, sectors and list nobody is meant.
 */
export const selectionSchema = z.strictObject({
  kinds: z.array(z.enum(kinds)).default([]),
  sectors: z.array(z.string().min(1).max(100)).max(200).default([]),
  organisationIds: z.array(z.int().positive()).max(10_000).default([]),
  /** `affected`: only who said that it runs a product of the version. */
  software: z.enum(['any', 'affected']).default('any'),
  /** Subscribers and public channels. */
  public: z.boolean().default(false),
});

export type Selection = z.output<typeof selectionSchema>;
