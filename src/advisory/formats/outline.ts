import type { Content, Product } from '../content.ts';
import type { Language } from '../language.ts';
import { formatOrdinal } from '../ordinal.ts';
import { formatRisk } from '../risk.ts';
import type { Version } from '../version.ts';
import { outlineWords } from './outline-words.ts';

/** A stretch of a version under its own heading. */
export type Section = {
  heading: string;
  /** Running text as people wrote it, or a list. */
  body: { prose: string } | { items: Item[] };
};
export type Item = { text: string; url?: string };

/** What a version says, in the order in which a reader needs it; what is empty is left out. */
export type Outline = {
  title: string;
  facts: [name: string, value: string][];
  sections: Section[];
};

/** A version in one language, ready to be set as plain text or Markdown; covering notes are not in it. */
export function outline(version: Version, language: Language): Outline {
  const w = outlineWords[language];
  const { content } = version;
  const text = content.texts[language];
  const withdrawal = version.withdrawnAt ? (version.withdrawalStatement?.[language] ?? '') : '';
  const sections: Section[] = [
    { heading: w.withdrawn, body: { prose: withdrawal } },
    { heading: w.summary, body: { prose: text.summary } },
    { heading: w.advice, body: { prose: text.advice } },
    { heading: w.description, body: { prose: text.description } },
    { heading: w.products, body: { items: content.products.map((each) => show(each, language)) } },
    { heading: w.weaknesses, body: { items: listWeaknesses(content) } },
    {
      heading: w.references,
      body: { items: content.references.map(({ title, url }) => ({ text: title, url })) },
    },
  ];
  return {
    title: text.title || version.trackingId,
    facts: [
      [w.advisory, `${version.trackingId} [${formatOrdinal(version.ordinal)}]`],
      ['TLP', version.tlp],
      [w.risk, formatRisk(version)],
      ...(version.publishedAt
        ? [[w.published, version.publishedAt.toISOString()] as [string, string]]
        : []),
    ],
    sections: sections.filter(({ body }) =>
      'prose' in body ? body.prose.trim() !== '' : body.items.length > 0,
    ),
  };
}

/** `Citrix Gateway: affected 12.1, 13.0; fixed 13.0.47`. */
function show({ vendor, name, versions }: Product, language: Language): Item {
  const byStatus = Map.groupBy(versions, ({ status }) => status);
  const said = [...byStatus].map(
    ([status, group]) =>
      `${outlineWords[language].statuses[status]} ${group.map(({ version }) => version).join(', ')}`,
  );
  return { text: [`${vendor} ${name}`, said.join('; ')].filter((part) => part !== '').join(': ') };
}

function listWeaknesses({ cves, cwes, cvss }: Content): Item[] {
  const scored = cves.map((cve) => {
    const vectors = cvss.filter((score) => score.cve === cve).map(({ vector }) => vector);
    return [cve, ...vectors].join(' – ');
  });
  return [...scored, ...cwes].map((text) => ({ text }));
}
