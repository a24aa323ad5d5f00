import type { Context } from 'hono';
import { z } from 'zod';
import { HubError } from '../../../errors.ts';
import { askTestMail } from '../../../fanout/test-mail/ask.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { refusedHere } from './approval-form.ts';
import { renderMessage } from './message.tsx';
import { findSelection } from './selection.ts';
import { findAsked } from './version.ts';

/** Sends the chosen recipient's message to the operator alone. */
export const sendTestMail = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'test-mail',
    schema: z.object({}),
    again: (filled) => renderMessage(c, filled),
    async act() {
      const version = await findAsked(c);
      const selection = await findSelection(c, version);
      if (!selection) throw new HubError('invalid', 'Choose a recipient first.');
      const operatorId = c.get('caller').operator.id;
      await refusedHere(askTestMail(c.get('hub'), { ...selection.sample, operatorId }));
      return `/console/versions/${version.id}/message?${selection.query}&done=sent`;
    },
  });
