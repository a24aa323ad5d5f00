import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { ImportPage } from '../../../../templates/console/import/import-page.tsx';
import { ImportedPage } from '../../../../templates/console/import/imported-page.tsx';
import { importWords } from '../../../../templates/console/import/words.ts';
import { importCsaf } from '../../../advisory/import-csaf.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { placeOf } from '../advisory/place.ts';
import { attempt } from '../attempt.ts';
import type { Form } from '../form.ts';
import { openFrame } from '../frame.ts';

/** `/console/import`: a CSAF document becomes a draft, or is refused with everything that is wrong with it. */
export const importRoutes = new Hono<CallerEnv>()
  .get('/console/import', async (c) => c.html(await show(c)))
  .post('/console/import', requireCaller(['author']), take);

const show = async (c: Context<CallerEnv>, filled: Filled = unsent('import')) => (
  <ImportPage frame={await openFrame(c)} filled={filled} />
);

function take(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'import',
    schema: z.object({}),
    async act(_, { files }: Form) {
      const { document } = files;
      if (!document) {
        const message = importWords[c.get('language')].chooseFile;
        throw new HubError('invalid', message, [{ path: 'document', message }]);
      }
      const { version, advice } = await importCsaf(c.get('hub'), {
        document: new Uint8Array(await document.arrayBuffer()),
        operatorId: c.get('caller').operator.id,
      });
      const placed = advice.map(({ path, message }) => ({ path: placeOf(path), message }));
      return c.html(<ImportedPage frame={await openFrame(c)} version={version} advice={placed} />);
    },
    again: (filled) => show(c, filled),
  });
}
