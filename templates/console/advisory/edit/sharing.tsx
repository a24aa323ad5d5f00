import { changes } from '../../../../src/advisory/change.ts';
import { formatOrdinal } from '../../../../src/advisory/ordinal.ts';
import { tlps } from '../../../../src/advisory/tlp.ts';
import { words as siteWords } from '../../../site/words.ts';
import { RadiosField } from '../../choice-field.tsx';
import { type Draw, Section } from './section.tsx';

type SharingProps = {
  draw: Draw;
  /** The published version that this one follows; null for a first. */
  before: { ordinal: number } | null;
};

/** Who may read it, and what kind of change it is: both decide which lines of the policy are followed. */
export function Sharing({ draw, before }: SharingProps) {
  const { filled, language, w } = draw;
  const offered = changes.filter((change) =>
    before ? change !== 'first' && change !== 'withdrawal' : change === 'first',
  );
  const names = siteWords[language].changes;
  return (
    <Section draw={draw} path="sharing" title={w.sharing}>
      <div class="pair">
        <RadiosField
          filled={filled}
          path="tlp"
          label={w.tlp}
          options={tlps.map((tlp) => ({ value: tlp, label: `TLP:${tlp}` }))}
          required
        />
        <RadiosField
          filled={filled}
          path="change"
          label={w.change}
          hint={before ? w.corrects(formatOrdinal(before.ordinal)) : undefined}
          options={offered.map((change) => ({
            value: change,
            // What `check` asks for, it calls by its word in the data.
            label: language === 'nl' ? `${names[change]} (${change})` : names[change],
          }))}
          required
        />
      </div>
    </Section>
  );
}
