/** A message that the SMTP server took, and on the port of which process. */
export type Accepted = { slot: string; at: number; recipient: string; messageId: string };

/** One life of a process, from its start until its end, in ms; a killed one may repeat what it had not settled. */
export type Life = { slot: string; from: number; end: 'killed' | 'ended' };

export type Evidence = {
  /** Every address of the frozen audience. */
  audience: string[];
  /** The ledger when nothing is queued or sending any more. */
  ledger: { target: string; state: string }[];
  accepted: Accepted[];
  lives: Life[];
  /** Messages that one kill may repeat. */
  bound: number;
};

export type Verdict = {
  lost: number;
  duplicates: number;
  /** The most that one kill repeated. */
  worst: number;
  /** What must not be, in words; empty when both promises held. */
  findings: string[];
};

const final = new Set(['sent', 'delivered', 'bounced', 'failed', 'cancelled', 'skipped']);

/** Holds the ledger against what the SMTP server saw: promises 1 and 2. */
export function judge(evidence: Evidence): Verdict {
  const { audience, ledger, accepted, bound } = evidence;
  const taken = Map.groupBy(accepted, ({ recipient }) => recipient);
  const lost = ledger.filter(({ target, state }) => state === 'sent' && !taken.has(target));
  const wrong = ledger.filter(({ target, state }) => state !== 'sent' && taken.has(target));
  const repeats = [...taken.values()].flatMap((copies) => copies.slice(0, -1));
  const blamed = repeats.map((copy) => lifeOf(evidence.lives, copy));
  const perLife = [...Map.groupBy(blamed, (life) => life)].map(([life, { length }]) => ({
    life,
    length,
  }));
  const unexplained = perLife.filter(({ life }) => life?.end !== 'killed');
  const worst = Math.max(0, ...perLife.map(({ length }) => length));
  const findings = [
    ...differences(audience, ledger),
    ...ledger
      .filter(({ state }) => !final.has(state))
      .map((d) => `${d.target} ended as ${d.state}`),
    ...lost.map(({ target }) => `${target} is sent in the ledger and never arrived`),
    ...wrong.map(({ target, state }) => `${target} arrived and is ${state} in the ledger`),
    ...[...taken]
      .filter(([, copies]) => new Set(copies.map((c) => c.messageId)).size > 1)
      .map(([target]) => `${target} got copies under different Message-IDs`),
    ...unexplained.map(
      ({ life, length }) => `${length} repeats by ${life?.slot ?? 'nobody'}, which was not killed`,
    ),
    ...perLife
      .filter(({ length }) => length > bound)
      .map(
        ({ life, length }) => `the kill of ${life?.slot} repeated ${length}, the bound is ${bound}`,
      ),
  ];
  return { lost: lost.length, duplicates: repeats.length, worst, findings };
}

/** A message that went again was not settled by whoever sent it before: the life in which that was. */
function lifeOf(lives: Life[], { slot, at }: Accepted): Life | undefined {
  return lives.filter((life) => life.slot === slot && life.from <= at).at(-1);
}

/** Every address of the audience stands in the ledger exactly once, and no other. */
function differences(audience: string[], ledger: { target: string }[]): string[] {
  const counts = new Map(audience.map((target) => [target, 0]));
  for (const { target } of ledger) counts.set(target, (counts.get(target) ?? 1) + 1);
  return [...counts]
    .filter(([, count]) => count !== 1)
    .map(
      ([target, count]) =>
        `${target} stands in the ledger ${count === 0 ? 'not at all' : 'more often than it should'}`,
    );
}
