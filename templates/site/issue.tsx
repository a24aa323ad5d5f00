import { difference } from '../../src/advisory/difference.ts';
import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { PublishedVersion } from '../../src/advisory/published.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import { Prose } from './prose.tsx';
import { summarise } from './summary.ts';
import { riskInWords } from './tags.tsx';
import { words as common } from './words.ts';

const words = {
  nl: { changed: 'Wat veranderde', withdrawn: 'Deze versie is ingetrokken.' },
  en: { changed: 'What changed', withdrawn: 'This version was withdrawn.' },
};

type Issue = {
  kind: 'published' | 'withdrawn';
  version: PublishedVersion;
  before: PublishedVersion | undefined;
};

/** What a feed calls it: `NCSC-2019-0979 [1.03] [H/H] title`. */
export function issueTitle({ kind, version }: Issue, language: Language): string {
  const { trackingId, ordinal, content } = version;
  const mark = kind === 'withdrawn' ? `${common[language].withdrawn}: ` : '';
  const title = content.texts[language].title;
  return `${trackingId} [${formatOrdinal(ordinal)}] [${formatRisk(version)}] ${mark}${title}`;
}

/** An item of a feed: why it is there, the summary, and what changed. */
export function IssueDescription({ issue, language }: { issue: Issue; language: Language }) {
  const { kind, version, before } = issue;
  const w = words[language];
  const statement = version.withdrawalStatement?.[language];
  return (
    <>
      {version.withdrawnAt && (
        <p>
          <strong>{w.withdrawn}</strong> {statement}
        </p>
      )}
      <p>
        {common[language].risk} {riskInWords(version, language)}. TLP:CLEAR.
      </p>
      <Prose text={version.content.texts[language].summary} />
      {before && kind === 'published' && (
        <p>
          {w.changed}: {summarise(difference(before, version), language)}.
        </p>
      )}
    </>
  );
}
