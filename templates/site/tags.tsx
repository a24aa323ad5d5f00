import type { Language } from '../../src/advisory/language.ts';
import { formatRisk, isUrgent, type Risk } from '../../src/advisory/risk.ts';
import { words } from './words.ts';

type Marked = Risk & { withdrawnAt: Date | null };

/** What a reader must see first, in words as well as in colour. */
export function Tags({ version, language }: { version: Marked; language: Language }) {
  const w = words[language];
  const urgent = isUrgent(version);
  return (
    <>
      {version.withdrawnAt && <span class="tag withdrawn">{w.withdrawn}</span>}{' '}
      <span class={urgent ? 'tag urgent' : 'tag'}>
        {urgent ? w.urgent : w.normal} {formatRisk(version)}
      </span>
    </>
  );
}

/** The risk in full: `H/H: kans hoog, schade hoog`. */
export function riskInWords(risk: Risk, language: Language): string {
  const { likelihood, impact, levels } = words[language];
  return `${formatRisk(risk)}: ${likelihood} ${levels[risk.likelihood]}, ${impact} ${levels[risk.impact]}`;
}
