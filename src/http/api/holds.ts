import { z } from '@hono/zod-openapi';
import { cancel, pause, resume } from '../../fanout/hold.ts';
import { findDispatch } from './dispatches.ts';
import { id } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { dispatchSchema } from './representation/dispatch.ts';

const params = { dispatchId: id };
const answer = dispatchSchema;
const body = z
  .strictObject({
    reason: z.string().trim().min(1).max(1000).openapi({ example: 'The audience is wrong.' }),
  })
  .openapi('HoldReason');
const access = ['duty officer', 'approver'] as const;

/** Holding up a dispatch, letting it go on, ending it. */
export const holds: Resource = {
  tag: 'Holds',
  description: 'A pause of a dispatch, its end, and the cancellation of what was not sent yet.',
  operations: [
    operation({
      method: 'post',
      path: '/dispatches/{dispatchId}/pause',
      id: 'pauseDispatch',
      access,
      summary: 'Pause a dispatch',
      description: 'What is on the wire ends; nothing more is claimed until it is resumed.',
      params,
      body,
      answer,
      handle: async ({ hub, operatorId, params, body }) => {
        await pause(hub, { ...params, ...body, operatorId });
        return findDispatch(hub, params.dispatchId);
      },
    }),
    operation({
      method: 'delete',
      path: '/dispatches/{dispatchId}/pause',
      id: 'resumeDispatch',
      access,
      summary: 'Resume a dispatch',
      params,
      answer,
      handle: async ({ hub, operatorId, params }) => {
        await resume(hub, { ...params, operatorId });
        return findDispatch(hub, params.dispatchId);
      },
    }),
    operation({
      method: 'post',
      path: '/dispatches/{dispatchId}/cancellation',
      id: 'cancelDispatch',
      access,
      summary: 'Cancel what is not on the wire yet',
      description: 'There is no way back: send it again by hand.',
      params,
      body,
      answer,
      handle: async ({ hub, operatorId, params, body }) => {
        await cancel(hub, { ...params, ...body, operatorId });
        return findDispatch(hub, params.dispatchId);
      },
    }),
  ],
};
