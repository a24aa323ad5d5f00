import { labelOf } from '../../advisory/formats/csaf/label.ts';
import { websubPath } from '../../fanout/websub/topic.ts';
import { addresses, type Circle, circles, pathOf } from './circle.ts';
import type { Listed } from './list-documents.ts';

const informationType = {
  scheme: 'urn:ietf:params:rolie:category:information-type',
  term: 'csaf',
};
const schema = 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json';

type Feed = { site: string; circle: Circle; listed: Listed[]; signed: boolean };

/** CSAF 2.0 §7.1.15: the documents of a circle as a ROLIE feed (RFC 8322), the latest change first. */
export function writeFeed({ site, circle, listed, signed }: Feed): string {
  const label = labelOf[circle];
  return json({
    feed: {
      id: `csaf-feed-tlp-${label.toLowerCase()}`,
      title: `CSAF feed (TLP:${label})`,
      link: [
        { rel: 'self', href: site + addresses.feed(circle) },
        { rel: 'service', href: site + addresses.service },
        ...(circle === 'CLEAR' ? [{ rel: 'hub', href: site + websubPath }] : []),
      ],
      category: [informationType],
      updated: listed[0]?.currentRelease ?? new Date(0).toISOString(),
      entry: listed.map((each) =>
        writeEntry(`${site}${pathOf(circle)}/${each.path}`, each, signed),
      ),
    },
  });
}

function writeEntry(url: string, listed: Listed, signed: boolean) {
  const { trackingId, title, summary, vendors, initialRelease, currentRelease } = listed;
  return {
    id: trackingId,
    title,
    link: [
      { rel: 'self', href: url },
      { rel: 'hash', href: `${url}.sha256` },
      { rel: 'hash', href: `${url}.sha512` },
      ...(signed ? [{ rel: 'signature', href: `${url}.asc` }] : []),
    ],
    published: initialRelease,
    updated: currentRelease,
    ...(summary && { summary: { content: summary } }),
    ...(vendors.length > 0 && { category: vendors.map((term) => ({ term })) }),
    content: { type: 'application/json', src: url },
    format: { schema, version: '2.0' },
  };
}

/** CSAF 2.0 §7.1.16: which feeds there are. */
export function writeService(site: string, publisher: string): string {
  const collection = circles.map((circle) => ({
    title: `CSAF feed (TLP:${labelOf[circle]})`,
    href: site + addresses.feed(circle),
    categories: { category: [informationType] },
  }));
  return json({ service: { workspace: [{ title: publisher, collection }] } });
}

/** CSAF 2.0 §7.1.17: by what the entries of a feed can be filtered: the vendors of the products in them. */
export function writeCategories(listed: Listed[]): string {
  const vendors = [...new Set(listed.flatMap(({ vendors: all }) => all))].toSorted();
  return json({ categories: { category: vendors.map((term) => ({ term })) } });
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
