import { z } from '@hono/zod-openapi';
import { HubError } from '../../errors.ts';
import { endSession } from '../../operator/end-session.ts';
import { listSessions, type OpenSession } from '../../operator/list-sessions.ts';
import { id, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';

const sessionSchema = z
  .strictObject({
    id: reference,
    operatorId: reference,
    createdAt: instant,
    lastUsedAt: instant,
    userAgent: z.string(),
  })
  .openapi('Session', { description: 'A browser that is signed in.' });

const toSession = (session: OpenSession): z.output<typeof sessionSchema> => {
  const { id, operatorId, createdAt, lastUsedAt, userAgent } = session;
  return { id, operatorId, createdAt, lastUsedAt, userAgent };
};

/** Where an operator is signed in. */
export const sessions: Resource = {
  tag: 'Sessions',
  description: 'Where you are signed in; administrators see and end those of others too.',
  operations: [
    operation({
      method: 'get',
      path: '/sessions',
      id: 'listSessions',
      access: everyone,
      summary: 'Your sessions, or for an administrator somebody’s, the newest first',
      query: { operatorId: id.optional() },
      answer: z.strictObject({ items: z.array(sessionSchema) }),
      handle: async ({ hub, caller, operatorId, query }) => {
        const whose = query.operatorId ?? operatorId;
        if (whose !== operatorId && !caller.roles.includes('administrator'))
          throw new HubError('forbidden', 'This needs the role administrator.');
        return { items: (await listSessions(hub.sql, whose)).map(toSession) };
      },
    }),
    operation({
      method: 'delete',
      path: '/sessions/{sessionId}',
      id: 'endSession',
      access: everyone,
      summary: 'End a session: your own, or for an administrator anybody’s',
      params: { sessionId: id },
      handle: async ({ hub, caller, operatorId, params: { sessionId } }) => {
        // The verb knows the operator's roles, not the narrower scope of the key that asks.
        const own = await listSessions(hub.sql, operatorId);
        const isOwn = own.some((session) => session.id === sessionId);
        if (!isOwn && !caller.roles.includes('administrator'))
          throw new HubError('not_found', `You have no session with id ${sessionId}.`);
        await endSession(hub, { sessionId, operatorId });
        return undefined;
      },
    }),
  ],
};
