import { Counter, collectDefaultMetrics, Histogram, type Registry } from 'prom-client';
import type { Meter } from '../../meter.ts';

/** Counts and times this process's own work, with what Node says of its memory, processor and event loop. */
export function createMeter(registry: Registry): Meter {
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'semafoor_http_request_duration_seconds',
    help: 'HTTP requests by where they came in and status.',
    labelNames: ['origin', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2],
    registers,
  });
  const buckets = [0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2];
  const claims = new Histogram({
    name: 'semafoor_claim_duration_seconds',
    help: 'Statements that claim deliveries.',
    buckets,
    registers,
  });
  const claimed = new Counter({
    name: 'semafoor_claimed_total',
    help: 'Deliveries that this process claimed.',
    registers,
  });
  const settles = new Histogram({
    name: 'semafoor_settle_duration_seconds',
    help: 'Statements that write down what became of deliveries.',
    buckets,
    registers,
  });
  const settled = new Counter({
    name: 'semafoor_settled_total',
    help: 'Deliveries that this process settled, by what became of them; queued: it is tried again.',
    labelNames: ['state'],
    registers,
  });
  const dropped = new Counter({
    name: 'semafoor_dropped_total',
    help: 'What this process refused or dropped: filters, subscriptions, keys, updates of Telegram, by why.',
    labelNames: ['edge', 'reason'],
    registers,
  });
  return {
    answered: ({ origin, status }, seconds) => requests.observe({ origin, status }, seconds),
    claimed(deliveries, seconds) {
      claims.observe(seconds);
      claimed.inc(deliveries);
    },
    dropped: ({ edge, reason }) => dropped.inc({ edge, reason }),
    settled(states, seconds) {
      settles.observe(seconds);
      for (const state of states) settled.inc({ state });
    },
  };
}
