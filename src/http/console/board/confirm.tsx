import type { Context } from 'hono';
import { z } from 'zod';
import { choices } from '../../../acknowledgement/choice.ts';
import { confirm } from '../../../acknowledgement/confirm.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { whole } from '../input.ts';
import { renderBoard } from './board.tsx';

/** Lets a suspected answer count, because the contact was asked. */
export const confirmAnswer = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'confirm',
    schema: z.object({ deliveryId: whole, choice: z.enum(choices) }),
    again: (filled) => renderBoard(c, filled),
    async act(answer) {
      await confirm(c.get('hub'), { ...answer, operatorId: c.get('caller').operator.id });
      return `/console/advisories/${c.req.param('trackingId')}/board?done=confirmed`;
    },
  });
