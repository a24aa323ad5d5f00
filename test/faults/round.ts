import { setTimeout as pause } from 'node:timers/promises';
import { maxUnsettled } from '../../src/fanout/settler.ts';
import { runProgram } from '../support/program.ts';
import { inviteAudience, publishToAll } from './audience.ts';
import { createDice } from './dice.ts';
import { judge, type Verdict } from './judge.ts';
import { type Plan, planRound } from './plan.ts';
import { connections, type Stage, setStage } from './stage.ts';
import { strikeAll } from './strike.ts';

export type Round = { number: number; messages: number; seed: number };
export type Result = Verdict & {
  plan: Plan;
  kills: number;
  bound: number;
  seconds: number;
  directory: string;
};

/** Beyond this something hangs: a round takes seconds, and a lease or two. */
const patienceMs = 120_000;
const bound = connections + maxUnsettled;

/** One fan-out with its blows, from an empty database to the verdict. */
export async function runRound({ number, messages, seed }: Round): Promise<Result> {
  const dice = createDice(seed + number);
  const plan = planRound(number, messages, dice);
  const stage = await setStage(seed + number, plan.dispatchers);
  let ok = false;
  try {
    const audience = await inviteAudience(stage.office.sql, { messages, urgent: plan.urgent });
    await Promise.all([stage.hub, ...stage.dispatchers].map((slot) => slot.start()));
    const began = performance.now();
    await publishToAll(stage.office, plan.urgent);
    const struck = await strikeAll(stage, plan.strikes, dice);
    const waited = await untilFinal(stage);
    const seconds = (performance.now() - began) / 1000;
    const verdict = judge({ ...(await collect(stage)), audience, bound });
    const findings = [...struck, ...waited, ...verdict.findings, ...(await inspect(stage))];
    ok = findings.length === 0;
    const killed = lives(stage).filter((life) => life.end === 'killed').length;
    return {
      ...verdict,
      findings,
      plan,
      kills: killed,
      bound,
      seconds,
      directory: stage.directory,
    };
  } finally {
    await stage.close({ keep: !ok });
  }
}

const lives = ({ hub, dispatchers }: Stage) => [hub, ...dispatchers].flatMap((slot) => slot.lives);

/** Waits until the ledger is at rest, the dispatches are closed and the audit trail is linked to its end. */
async function untilFinal({ office }: Stage): Promise<string[]> {
  const patient = performance.now() + patienceMs;
  for (;;) {
    // The database may just be coming back.
    const [open] = await office.sql<
      [{ open: number; sending: number; queued: number; unlinked: number }]
    >`
      SELECT (SELECT count(*) FROM dispatches WHERE finished_at IS NULL) AS open,
             (SELECT count(*) FROM deliveries WHERE state = 'sending') AS sending,
             (SELECT count(*) FROM deliveries WHERE state = 'queued') AS queued,
             (SELECT count(*) FROM audit_entries WHERE position IS NULL) AS unlinked`.catch(() => [
      null,
    ]);
    if (open && Object.values(open).every((count) => count === 0)) return [];
    if (performance.now() > patient) return [`it never came to rest: ${JSON.stringify(open)}`];
    await pause(50);
  }
}

async function collect(stage: Stage) {
  const ledger = await stage.office.sql<{ target: string; state: string }[]>`
    SELECT a.target, d.state FROM deliveries d JOIN addresses a ON a.id = d.address_id`;
  return { ledger, accepted: await stage.relay.accepted(), lives: lives(stage) };
}

/** Asks the hub's own commands, and how the processes stood it. */
async function inspect({ hub, dispatchers, directory, environment }: Stage): Promise<string[]> {
  const findings = [hub, ...dispatchers]
    .filter((slot) => slot.falls > 0)
    .map((slot) => `${slot.name} ended by itself ${slot.falls} times`);
  for (const command of [['verify'], ['audit', 'verify']])
    if ((await runProgram(directory, command, environment)) !== 0)
      findings.push(`semafoor ${command.join(' ')} does not agree`);
  return findings;
}
