import type { Dice } from './dice.ts';

/** Who is hit, and how. */
export type Blow =
  | 'kill dispatcher'
  | 'kill hub'
  | 'kill postgres'
  | 'restart postgres'
  | 'terminate all';
export type Strike = {
  blow: Blow;
  /** When the server has taken so many messages; 0 is while the audience is being expanded. */
  after: number;
  /** And then so long, in ms. */
  delayMs: number;
  /** How long until the operator, or systemd, starts it again. */
  downMs: number;
};
export type Plan = {
  kind: Kind;
  dispatchers: number;
  urgent: boolean;
  strikes: Strike[];
};

const kinds = {
  everything: ['kill dispatcher', 'kill postgres', 'kill hub'],
  terminate: ['terminate all', 'terminate all'],
  dispatcher: ['kill dispatcher', 'kill dispatcher'],
  postgres: ['kill postgres', 'kill postgres'],
  hub: ['kill hub', 'kill hub'],
  restart: ['restart postgres', 'restart postgres'],
} satisfies Record<string, Blow[]>;
export type Kind = keyof typeof kinds;

/** What a round does, by its number: kinds take turns, so that two rounds see every kill and a stop as well. */
export function planRound(round: number, messages: number, dice: Dice): Plan {
  const names = Object.keys(kinds) as Kind[];
  const kind = names[round % names.length] as Kind;
  const points = kinds[kind]
    .map(() => (dice.between(1, 6) === 1 ? 0 : dice.between(1, Math.floor(messages * 0.9))))
    .sort((a, b) => a - b);
  const blows = shuffle<Blow>(kinds[kind], dice);
  return {
    kind,
    dispatchers: dice.between(1, 2),
    urgent: dice.between(0, 1) === 1,
    strikes: points.map((after, index) => ({
      blow: blows[index] as Blow,
      after,
      delayMs: dice.between(0, 50),
      downMs: dice.between(0, 1000),
    })),
  };
}

function shuffle<T>(list: T[], dice: Dice): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(dice.between(0, rest.length - 1), 1)[0] as T);
}
