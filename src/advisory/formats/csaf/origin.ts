import { type Content, contentBounds } from '../../content.ts';
import type { CsafDocument } from './document.ts';
import { fitLine } from './fit.ts';

/** The content with a reference, before all others, to the document of another publisher that it was read from. */
export function addOrigin(content: Content, { document }: CsafDocument): Content {
  const { publisher, tracking, references = [] } = document;
  const selves = references.filter(({ category }) => category === 'self').map(({ url }) => url);
  const isWeb = (url: string) => /^https?:/i.test(url) && URL.canParse(url) && url.length <= 2000;
  const url = [
    ...selves.filter((self) => /\.json$/.test(self)),
    ...selves,
    publisher.namespace,
  ].find(isWeb);
  if (!url) return content;
  const title = fitLine(`${publisher.name}: ${tracking.id} (${tracking.version})`, 500);
  const others = content.references.filter((reference) => reference.url !== url);
  return { ...content, references: [{ url, title }, ...others].slice(0, contentBounds.references) };
}
