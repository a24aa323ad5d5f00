import { z } from 'zod';

const url = z.url().startsWith('https://hub.test');
const tlpLabel = z.enum(['WHITE', 'GREEN', 'AMBER', 'RED', 'UNLABELED']);
/** What CSAF 2.0's schema of a provider's metadata asks, as far as the hub fills it in; anything else has no place there. */
export const metadataSchema = z.strictObject({
  canonical_url: url.endsWith('/provider-metadata.json'),
  distributions: z
    .tuple([
      z.strictObject({
        rolie: z.strictObject({
          feeds: z.array(
            z.strictObject({
              summary: z.string().min(1),
              tlp_label: tlpLabel,
              url: url.endsWith('.json'),
            }),
          ),
          services: z.array(url.endsWith('.json')).min(1),
          categories: z.array(url.endsWith('.json')).min(1),
        }),
      }),
    ])
    .rest(z.strictObject({ directory_url: url.endsWith('/') })),
  last_updated: z.iso.datetime(),
  list_on_CSAF_aggregators: z.boolean(),
  metadata_version: z.literal('2.0'),
  mirror_on_CSAF_aggregators: z.boolean(),
  public_openpgp_keys: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9A-F]{40,}$/), url: url.endsWith('.asc') }),
  ),
  publisher: z.strictObject({
    category: z.enum(['coordinator', 'discoverer', 'other', 'translator', 'user', 'vendor']),
    name: z.string().min(1),
    namespace: z.url(),
  }),
  role: z.enum(['csaf_publisher', 'csaf_provider', 'csaf_trusted_provider']),
});
