import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import type { Version } from '../../../src/advisory/version.ts';
import { Tags } from '../../site/tags.tsx';

type Props = { title: string; version: Version; language: Language };

/** What a page decides about: its own title, then the version's name, marks and title. */
export function Heading({ title, version, language }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <p>
        <a href={`/console/advisories/${version.trackingId}`}>
          {version.trackingId} [{formatOrdinal(version.ordinal)}]
        </a>{' '}
        <Tags version={version} language={language} /> <span class="tag">TLP:{version.tlp}</span>
      </p>
      <p class="subject">{version.content.texts[language].title}</p>
    </>
  );
}
