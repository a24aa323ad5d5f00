import '../../src/database/mend.ts';
import { parseArgs } from 'node:util';
import type { Result } from './round.ts';

const { runRound } = await import('./round.ts');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    messages: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds, messages, seed] = [values.rounds, values.messages, values.seed].map(Number) as [
  number,
  number,
  number,
];

console.log(`${rounds} rounds of ${messages} messages, seed ${seed}`);
const rows = [];
for (let number = 0; number < rounds; number++) {
  const result = await runRound({ number, messages, seed });
  rows.push(row(number, result));
  console.log(line(number, result));
  for (const finding of result.findings.slice(0, 20)) console.log(`  ! ${finding}`);
  if (result.findings.length > 0) {
    console.log(`  ! ${result.findings.length} findings; the logs are in ${result.directory}`);
    process.exitCode = 1;
  }
}
console.table(rows);
console.log(
  process.exitCode
    ? 'A promise was broken.'
    : 'Nothing was lost; no kill repeated more than it may.',
);

function line(number: number, { plan, kills, lost, duplicates, worst, bound, seconds }: Result) {
  const blows = plan.strikes.map(({ blow, after }) => `${blow} at ${after}`).join(', ');
  return `round ${number}: ${blows}; ${kills} processes killed, lost ${lost}, duplicates ${duplicates} (at most ${worst} by one kill, bound ${bound}), ${seconds.toFixed(1)} s`;
}

function row(
  number: number,
  { plan, kills, lost, duplicates, worst, bound, seconds, findings }: Result,
) {
  return {
    round: number,
    kind: plan.kind,
    dispatchers: plan.dispatchers,
    urgent: plan.urgent,
    kills,
    lost,
    duplicates,
    worst,
    bound,
    seconds: Number(seconds.toFixed(1)),
    findings: findings.length,
  };
}
