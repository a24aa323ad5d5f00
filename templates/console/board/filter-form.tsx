import { standings } from '../../../src/acknowledgement/board-filter.ts';
import { kindWords } from '../../kind-words.ts';
import { SelectField } from '../choice-field.tsx';
import { TextField } from '../field.tsx';
import { unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import type { BoardPageProps } from './board-page.tsx';
import { standingWords, words } from './words.ts';

/** Narrows the organisations that are listed. */
export function FilterForm({ frame: { language }, board, filter }: BoardPageProps) {
  const w = words[language];
  const filled = unsent('board');
  const kinds = [...new Set(board.rows.map((row) => row.kind))];
  const sectors = [...new Set(board.rows.flatMap((row) => row.sector ?? []))].toSorted();
  return (
    <form
      class="search"
      method="get"
      action={`/console/advisories/${board.trackingId}/board#by-organisation`}
    >
      <TextField
        filled={filled}
        path="search"
        type="search"
        label={w.search}
        value={filter.search}
      />
      <SelectField
        filled={filled}
        path="kind"
        label={w.kind}
        options={[
          { value: '', label: w.everyKind },
          ...kinds.map((kind) => ({ value: kind, label: kindWords[language][kind] })),
        ]}
        value={filter.kind}
      />
      <SelectField
        filled={filled}
        path="sector"
        label={w.sector}
        options={[
          { value: '', label: w.everySector },
          ...sectors.map((sector) => ({ value: sector, label: sector })),
        ]}
        value={filter.sector}
      />
      <SelectField
        filled={filled}
        path="standing"
        label={w.state}
        options={[
          { value: '', label: w.anyState },
          ...standings.map((standing) => ({
            value: standing,
            label: standingWords[language][standing],
          })),
        ]}
        value={filter.standing}
      />
      <FormFoot label={w.show} />
    </form>
  );
}
