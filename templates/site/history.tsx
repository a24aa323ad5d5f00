import { difference } from '../../src/advisory/difference.ts';
import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { PublishedVersion } from '../../src/advisory/published.ts';
import { Moment } from '../moment.tsx';
import { versionPath } from './address.ts';
import { DifferenceView } from './difference.tsx';
import { Tags } from './tags.tsx';
import { words as common } from './words.ts';

const words = {
  nl: {
    title: 'Geschiedenis',
    version: 'Versie',
    shown: 'deze pagina',
    changes: 'Wat er veranderde ten opzichte van',
  },
  en: { title: 'History', version: 'Version', shown: 'this page', changes: 'What changed since' },
};

type Props = {
  /** Every version that may be shown, the newest first. */
  versions: PublishedVersion[];
  /** The one that this page shows. */
  shown: PublishedVersion;
  language: Language;
};

/** Every version with its date and what it changed to the one before that the same reader may see. */
export function History({ versions, shown, language }: Props) {
  const w = words[language];
  return (
    <section aria-labelledby="history">
      <h2 id="history">{w.title}</h2>
      <ul class="entries">
        {versions.map((version, index) => (
          <li>
            <h3>
              {version === shown ? (
                <>
                  {w.version} {formatOrdinal(version.ordinal)} ({w.shown})
                </>
              ) : (
                <a href={versionPath(version, language)}>
                  {w.version} {formatOrdinal(version.ordinal)}
                </a>
              )}
            </h3>
            <p>
              <Tags version={version} language={language} />{' '}
              {common[language].changes[version.change]},{' '}
              <Moment at={version.publishedAt} language={language} />
            </p>
            <Step before={versions[index + 1]} version={version} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type StepProps = {
  before: PublishedVersion | undefined;
  version: PublishedVersion;
  language: Language;
};

function Step({ before, version, language }: StepProps) {
  if (!before) return null;
  return (
    <details>
      <summary>
        {words[language].changes} {formatOrdinal(before.ordinal)}
      </summary>
      <DifferenceView found={difference(before, version)} language={language} />
    </details>
  );
}
