import { statusOf } from './problem.ts';

/** Where outsiders and partners bring what may make no sense, by the route's pattern. */
const edges: [edge: string, pattern: RegExp][] = [
  ['feed', /^\/feeds\//],
  ['subscription', /^\/((nl|en)\/)?subscri(be|ptions)(\/|$)/],
  ['webhook', /^\/api\/v1\/webhooks(\/|$)/],
  ['websub', /^\/websub$/],
  ['key', /^\/(api\/v1|console)\/contacts\/.*\/(encryption-)?key$/],
  ['telegram', /^\/telegram\//],
];
const reasons = new Map(Object.entries(statusOf).map(([code, status]) => [status as number, code]));

/** What was refused at one of these ways in, and why; null for whatever else was answered. */
export function refusedAt(pattern: string, status: number) {
  if (status < 400 || status >= 500) return null;
  const [edge] = edges.find(([, each]) => each.test(pattern)) ?? [];
  return edge === undefined ? null : { edge, reason: reasons.get(status) ?? 'other' };
}
