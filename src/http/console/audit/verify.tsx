import type { Context } from 'hono';
import { z } from 'zod';
import { verifyAudit } from '../../../audit/verify.ts';
import { HubError } from '../../../errors.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { renderAudit } from './show.tsx';

const schema = z.object({ head: z.string().trim().max(200).default('') });
/** Reading millions of entries twice at once would help nobody. */
let running = false;

/** Recomputes the chain and shows what it found; changes nothing. */
export const verifyNow = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'verify',
    schema,
    again: (filled) => renderAudit(c, { filled }),
    async act({ head }) {
      if (running) throw new HubError('too_many', 'A verification is under way: wait for its end.');
      running = true;
      try {
        const verification = await verifyAudit(c.get('hub'), { head: head || undefined });
        return c.html(await renderAudit(c, { verification }));
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        throw new HubError(error.code, error.message, [{ path: 'head', message: error.message }]);
      } finally {
        running = false;
      }
    },
  });
