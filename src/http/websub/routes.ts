import { Hono } from 'hono';
import { askWebsub } from '../../audience/websub/ask-websub.ts';
import { HubError } from '../../errors.ts';
import { websubPath } from '../../fanout/websub/topic.ts';
import { clientOf } from '../client.ts';
import type { HttpEnv } from '../env.ts';
import { topicPaths } from './topics.ts';

/** The WebSub hub (W3C WebSub §5.1): a form in, 202 out; whether it comes into force the callback decides. */
export const websubRoutes = new Hono<HttpEnv>();

websubRoutes.post(websubPath, async (c) => {
  const form = await c.req.parseBody();
  const said = (name: string) => {
    const value = form[`hub.${name}`];
    return typeof value === 'string' ? value : '';
  };
  const asked = askWebsub(c.get('hub'), {
    topics: topicPaths,
    mode: said('mode') as 'subscribe',
    topic: said('topic'),
    callback: said('callback'),
    secret: said('secret') || undefined,
    leaseSeconds: said('lease_seconds') || undefined,
    client: clientOf(c),
  });
  await asked.catch((error) => {
    throw error instanceof HubError ? inTheirWords(error) : error;
  });
  return c.body(null, 202);
});

/** Every finding at the field as the subscriber wrote it. */
function inTheirWords({ code, message, findings }: HubError): HubError {
  const names: Record<string, string> = { leaseSeconds: 'lease_seconds' };
  const named = findings.map(({ path, message }) => ({
    path: `hub.${names[path] ?? path}`,
    message,
  }));
  const where = named.map(({ path }) => path).join(', ');
  return new HubError(code, where ? `Correct ${where}.` : message, named);
}
