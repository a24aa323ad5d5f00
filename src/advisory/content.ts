import { z } from 'zod';
import { line, prose } from './text.ts';

/** Advisory text is at most 256 KB as UTF-8 JSON, all languages together. */
export const contentLimit = 256 * 1024;

/** How many of each there may be; a list of months of patches has several hundred CVEs. */
export const contentBounds = {
  products: 2000,
  versions: 1000,
  cves: 2000,
  cwes: 200,
  cvss: 2000,
  references: 500,
} as const;

// The shape alone: a draft may still be incomplete. What a version must say before it is submitted is `check`'s.
const text = z
  .strictObject({
    title: line(500).default(''),
    summary: prose(100_000).default(''),
    description: prose(100_000).default(''),
    /** What the reader should do. */
    advice: prose(100_000).default(''),
  })
  .prefault({});

/** CSAF 2.0 §3.2.3.15 groups product status; the hub keeps the part that matching and readers need. */
export const productStatuses = [
  'affected',
  'fixed',
  'not affected',
  'under investigation',
] as const;

const product = z.strictObject({
  vendor: line(500).min(1),
  name: line(500).min(1),
  cpe: line(500).optional(),
  purl: line(1000).optional(),
  versions: z
    .array(z.strictObject({ version: line(500).min(1), status: z.enum(productStatuses) }))
    .max(contentBounds.versions)
    .default([]),
});

/** The wording for one audience of the policy: government may be *urged* where vital providers are *advised*. */
const coveringNote = z.strictObject({
  audienceId: z.int().positive(),
  nl: prose(10_000).min(1),
  en: prose(10_000).min(1),
});

/**
 * What a version says, in both languages: what people write, read and match on. What else a CSAF document holds
 * (revision history, identifiers of products, status per vulnerability, threats …) is derived from it at export, in the
 * words of the imported document where there is one and it still says the same (`formats/csaf/write-csaf.ts`).
 */
export const contentSchema = z.strictObject({
  texts: z.strictObject({ nl: text, en: text }),
  products: z.array(product).max(contentBounds.products).default([]),
  cves: z.array(line(50)).max(contentBounds.cves).default([]),
  cwes: z.array(line(50)).max(contentBounds.cwes).default([]),
  cvss: z
    .array(z.strictObject({ cve: line(50), vector: line(200) }))
    .max(contentBounds.cvss)
    .default([]),
  references: z
    .array(
      z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), title: line(500).min(1) }),
    )
    .max(contentBounds.references)
    .default([]),
  /** For their audience's eyes: the reads for the public leave these out. */
  coveringNotes: z.array(coveringNote).max(50).optional(),
});

export type Content = z.output<typeof contentSchema>;
export type Product = Content['products'][number];

/** How much of `contentLimit` the content takes, in bytes. */
export function sizeOf(content: Content): number {
  return new TextEncoder().encode(JSON.stringify(content)).length;
}
