import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { CsvPage } from '../../../../templates/console/audience/csv-page.tsx';
import { CsvPreviewPage } from '../../../../templates/console/audience/csv-preview-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { applyImport } from '../../../audience/csv/apply-import.ts';
import { exportCsv } from '../../../audience/csv/export-csv.ts';
import { csvKinds } from '../../../audience/csv/kind.ts';
import { previewImport } from '../../../audience/csv/preview-import.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { csvStream } from '../../csv-stream.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { whole } from '../input.ts';

const at = '/console/import/csv';
const readers = requireCaller(['administrator', 'auditor']);
const administrator = requireCaller(['administrator']);

/** `/console/import/csv`: upload, see what would change, apply; and everything as CSV. */
export const csvRoutes = new Hono<CallerEnv>()
  .get(at, readers, async (c) => c.html(await page(c, unsent('csv'))))
  .post(at, administrator, look)
  .post(`${at}/apply`, administrator, apply)
  .get(`${at}/:file{[a-z-]+\\.csv}`, readers, download);

const page = async (c: Context<CallerEnv>, filled: Filled) => (
  <CsvPage frame={await openFrame(c)} filled={filled} />
);

const missing = { nl: 'Kies een bestand.', en: 'Choose a file.' };

function look(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'csv',
    schema: z.object({ kind: z.enum(csvKinds) }),
    act: async ({ kind }, { files }) => {
      const { file } = files;
      const message = missing[c.get('language')];
      if (!file) throw new HubError('invalid', message, [{ path: 'file', message }]);
      const csv = new Uint8Array(await file.arrayBuffer());
      const operatorId = c.get('caller').operator.id;
      const preview = await previewImport(c.get('hub'), { kind, csv, operatorId }).catch(atFile);
      const frame = await openFrame(c);
      const status = preview.bad.total > 0 ? 400 : 200;
      return c.html(<CsvPreviewPage frame={frame} kind={kind} preview={preview} />, status);
    },
    again: (filled) => page(c, filled),
  });
}

/** What is wrong with a file as a whole is said at its field. */
function atFile(error: unknown): never {
  if (!(error instanceof HubError) || error.code === 'forbidden') throw error;
  const { code, message, findings } = error;
  const said = findings.length > 0 ? findings.map((finding) => finding.message) : [message];
  throw new HubError(
    code,
    message,
    said.map((message) => ({ path: 'file', message })),
  );
}

function apply(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'csv',
    schema: z.object({ importId: whole.pipe(z.int().positive()), digest: z.string().max(100) }),
    act: async (fields) => {
      await applyImport(c.get('hub'), { ...fields, operatorId: c.get('caller').operator.id });
      return `${at}?done=imported`;
    },
    again: (filled) => page(c, filled),
  });
}

async function download(c: Context<CallerEnv>) {
  const name = c.req.param('file') ?? '';
  const kind = csvKinds.find((each) => name === `${each}.csv`);
  if (!kind) throw new HubError('not_found', 'There is no such file.');
  const delimiter = c.req.query('delimiter') === ';' ? (';' as const) : (',' as const);
  const operatorId = c.get('caller').operator.id;
  const pieces = await exportCsv(c.get('hub'), { kind, delimiter, operatorId });
  return c.body(csvStream(pieces), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
