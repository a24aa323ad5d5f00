import { applyImport } from '../../../src/audience/csv/apply-import.ts';
import { exportCsv } from '../../../src/audience/csv/export-csv.ts';
import type { CsvKind } from '../../../src/audience/csv/kind.ts';
import { previewImport } from '../../../src/audience/csv/preview-import.ts';
import { createOperator } from '../../support/audience.ts';
import { openTestHub } from '../../support/hub.ts';

/** What no import did yet. */
export const nothing = { added: 0, changed: 0, removed: 0, unchanged: 0 };

/** Fatima, an administrator, at a hub of her own, with the files that she brings and takes home. */
export async function openOffice() {
  const hub = await openTestHub();
  const operatorId = await createOperator(hub, 'Fatima', ['administrator']);
  const preview = (kind: CsvKind, csv: string | Uint8Array) =>
    previewImport(hub, { kind, csv, operatorId });
  return {
    hub,
    operatorId,
    preview,
    /** Previews and applies; the promise is what was shown, or all that is wrong with the file. */
    async take(kind: CsvKind, csv: string) {
      const { importId, digest, counts, bad } = await preview(kind, csv);
      if (importId === null) return bad;
      await applyImport(hub, { importId, digest, operatorId });
      return counts;
    },
    async exported(kind: CsvKind, delimiter: ',' | ';' = ',') {
      let text = '';
      for await (const piece of await exportCsv(hub, { kind, delimiter, operatorId }))
        text += piece;
      return text;
    },
    async badOf(kind: CsvKind, csv: string) {
      const { bad } = await preview(kind, csv);
      return bad.shown.map(({ path, message }) => `${path}: ${message}`);
    },
  };
}
