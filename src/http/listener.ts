import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Hub } from '../hub.ts';
import { createApp } from './app.tsx';
import type { HttpEnv } from './env.ts';
import { createShortcut } from './public/shortcut.ts';

/** The app on Node: what was answered before is answered again before Hono and its adapter make objects of their own. */
export function createListener(hub: Hub, routes?: Hono<HttpEnv>): RequestListener {
  const { host: hostname } = hub.config;
  const shortcut = createShortcut(() => hub);
  const app = createApp(() => hub, routes, shortcut);
  const theWholeWay = getRequestListener(app.fetch, { hostname });
  return function listener(incoming, outgoing) {
    if (!shortcut.answerDirectly(hub, incoming, outgoing)) theWholeWay(incoming, outgoing);
  };
}
