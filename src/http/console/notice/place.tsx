import type { Context } from 'hono';
import { z } from 'zod';
import { addPlace } from '../../../advisory/add-place.ts';
import { line } from '../../../advisory/text.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { blank, momentField } from '../input.ts';
import { noticeIdOf, showNotice } from './show-notice.tsx';

/** Adds where else the notice was published. */
export const addShownPlace = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'place',
    schema: z.object({ where: line(500).min(1), at: blank(momentField) }),
    again: (filled) => showNotice(c, undefined, filled),
    async act({ where, at }) {
      const noticeId = noticeIdOf(c);
      const operatorId = c.get('caller').operator.id;
      await addPlace(c.get('hub'), { noticeId, where, at: at?.toISOString() ?? null, operatorId });
      return `/console/notices/${noticeId}?done=saved`;
    },
  });
