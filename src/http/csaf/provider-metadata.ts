import { labelOf } from '../../advisory/formats/csaf/label.ts';
import type { Config } from '../../config.ts';
import type { Signer } from '../../openpgp.ts';
import { addresses, circles } from './circle.ts';

type Source = { config: Config; signer: Signer | null; lastUpdated: Date | undefined };

/** CSAF 2.0 §7.1.7: who publishes here, where, and with which key. Without a key the role is provider alone (§7.2.2). */
export function writeMetadata({ config, signer, lastUpdated }: Source): string {
  const { publicUrl: site, csirtName: name, csafPublisherNamespace: namespace } = config;
  const feeds = circles.map((circle) => ({
    summary: `All documents that are TLP:${labelOf[circle]}`,
    tlp_label: labelOf[circle],
    url: site + addresses.feed(circle),
  }));
  const rolie = {
    feeds,
    services: [site + addresses.service],
    categories: circles.map((circle) => site + addresses.category(circle)),
  };
  const metadata = {
    canonical_url: site + addresses.metadata,
    distributions: [
      { rolie },
      ...circles.map((circle) => ({ directory_url: site + addresses.directory(circle) })),
    ],
    last_updated: (lastUpdated ?? new Date(0)).toISOString(),
    list_on_CSAF_aggregators: true,
    metadata_version: '2.0',
    mirror_on_CSAF_aggregators: true,
    ...(signer && {
      public_openpgp_keys: [{ fingerprint: signer.fingerprint, url: site + addresses.publicKey }],
    }),
    publisher: { category: 'coordinator', name, namespace },
    role: signer ? 'csaf_trusted_provider' : 'csaf_provider',
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
