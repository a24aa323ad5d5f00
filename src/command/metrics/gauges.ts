import { Gauge, type Registry } from 'prom-client';
import { gaugeQueue, gaugeUnderway, type Waiting } from '../../fanout/gauge.ts';
import type { Hub } from '../../hub.ts';

type Labels = Record<string, string>;
/** A gauge and its values now. */
type Reading = [Gauge, [Labels, number][]];

/** Prepares the gauges of what the database knows; the promise of a call is that all of them are set anew. */
export function createGauges({ sql, log }: Hub, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `semafoor_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('database_up', '1 while the database answers.');
  const underway = gauge(
    'underway_deliveries',
    'Deliveries of dispatches that are not at rest, by channel and state; open: queued or sending.',
    ['channel', 'state'],
  );
  const age = gauge(
    'queue_oldest_due_seconds',
    'For how long the oldest delivery that could be sent waits.',
    ['urgent'],
  );
  const lanes = gauge('queue_lanes_due', 'Lanes with deliveries that could be sent.', ['urgent']);
  const unchained = gauge('audit_unchained_entries', 'Audit entries that wait for the chainer.');
  const lag = gauge('audit_chain_lag_seconds', 'Age of the oldest of them.');
  const tasks = gauge('open_tasks', 'Tasks that wait for a person, by kind.', ['kind']);
  const notices = gauge('notices', 'Notices by state.', ['state']);
  const webhooks = gauge('webhooks', 'Endpoints of partners; failing: nothing arrives.', ['state']);
  const inbound = gauge(
    'inbound_mails',
    'Mail that came in over all time, by what became of it and why.',
    ['outcome', 'reason'],
  );
  const all = [underway, age, lanes, unchained, lag, tasks, notices, webhooks, inbound];

  async function read(): Promise<Reading[]> {
    const [moving, waiting, [audit], named, mails] = await Promise.all([
      gaugeUnderway(sql),
      gaugeQueue(sql),
      findLag(sql),
      countByName(sql),
      countMails(sql),
    ]);
    const of = (what: string) =>
      named.filter((row) => row.what === what).map(({ name, n }) => [name, n] as const);
    return [
      [
        underway,
        moving.flatMap(({ channel, ...states }) =>
          Object.entries(states).map(([state, n]): [Labels, number] => [{ channel, state }, n]),
        ),
      ],
      [age, byUrgency(waiting, 'oldestSeconds')],
      [lanes, byUrgency(waiting, 'lanes')],
      [unchained, [[{}, audit?.entries ?? 0]]],
      [lag, [[{}, audit?.seconds ?? 0]]],
      [tasks, of('task').map(([kind, n]) => [{ kind }, n])],
      [notices, of('notice').map(([state, n]) => [{ state }, n])],
      [webhooks, of('webhook').map(([state, n]) => [{ state }, n])],
      [inbound, mails.map(({ outcome, reason, messages }) => [{ outcome, reason }, messages])],
    ];
  }

  return async function set() {
    for (const each of all) each.reset();
    try {
      for (const [each, values] of await read())
        for (const [labels, value] of values) each.set(labels, value);
      up.set(1);
    } catch (error) {
      log.error({ err: error }, 'the gauges could not be read');
      up.set(0);
    }
  };
}

/** Both, also while nothing waits. */
const byUrgency = (waiting: Waiting[], what: 'lanes' | 'oldestSeconds') =>
  [true, false].map((urgent): [Labels, number] => {
    const found = waiting.find((row) => row.urgent === urgent);
    return [{ urgent: String(urgent) }, found?.[what] ?? 0];
  });

type Sql = Hub['sql'];

const findLag = (sql: Sql) => sql<[{ entries: number; seconds: number }]>`
  SELECT count(*)::int AS entries, coalesce(extract(epoch FROM (SELECT hub_now()) - min(at)), 0)::float8 AS seconds
  FROM audit_entries WHERE position IS NULL`;

/** Small tables, counted whole. */
const countByName = (sql: Sql) => sql<{ what: string; name: string; n: number }[]>`
  SELECT 'task' AS what, kind AS name, count(*)::int AS n FROM tasks WHERE closed_at IS NULL GROUP BY kind
  UNION ALL
  SELECT 'notice', state::text, count(*)::int FROM notices GROUP BY state
  UNION ALL
  SELECT 'webhook', CASE WHEN failing_since IS NULL THEN 'working' ELSE 'failing' END, count(*)::int
  FROM webhooks GROUP BY 2`;

const countMails = (sql: Sql) => sql<{ outcome: string; reason: string; messages: number }[]>`
  SELECT outcome, reason, sum(messages)::int AS messages FROM inbound_mail_counts GROUP BY outcome, reason`;
