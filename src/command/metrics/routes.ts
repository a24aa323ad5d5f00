import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { hashOf } from '../../database/hash.ts';
import type { HttpEnv } from '../../http/env.ts';
import type { Hub } from '../../hub.ts';
import { createGauges } from './gauges.ts';
import { createMeter } from './meter.ts';

/**
 * `/metrics` for whoever shows METRICS_TOKEN, in the text format of Prometheus: what this process did since it started,
 * and how the ledger stands, which is the same at every process. Gives the hub its meter.
 */
export function metricsRoutes(hub: Hub, token: string): Hono<HttpEnv> {
  const registry = new Registry();
  hub.meter = createMeter(registry);
  const read = createGauges(hub, registry);
  const expected = hashOf(`Bearer ${token}`);
  return new Hono<HttpEnv>().get('/metrics', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!timingSafeEqual(hashOf(c.req.header('authorization') ?? ''), expected)) {
      c.header('WWW-Authenticate', 'Bearer realm="semafoor metrics"');
      return c.text('Send METRICS_TOKEN: "Authorization: Bearer …".\n', 401);
    }
    await read();
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
  });
}
