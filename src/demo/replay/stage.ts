import type { Hub } from '../../hub.ts';
import type { Audiences } from '../audience.ts';
import type { Chance } from '../country/chance.ts';
import type { Country } from '../country/invented.ts';
import type { EventMoment } from '../month/moment.ts';
import type { Settled } from '../settle-country.ts';
import type { Staff } from '../staff.ts';
import type { World } from '../world/world.ts';

/** Where the month is played: the hub, the world outside it, everybody in it, and what happened so far. */
export type Stage = {
  hub: Hub;
  world: World;
  country: Country;
  settled: Settled;
  staff: Staff;
  audiences: Audiences;
  chance: Chance;
  /** One line for whoever watches the terminal; `passing` ones are written over by the next. */
  report(line: string, options?: { passing: boolean }): void;
  advisoryId: number | null;
  /** Ids by `1.03`. */
  versions: Map<string, number>;
  /** What was learned before there was an advisory to note it with. */
  unrecorded: (EventMoment & { at: string })[];
};

/** One decision that reached people by mail, and the place of its messages among all mail. */
export type Mailing = {
  /** What it is called on the terminal. */
  name: string;
  at: Date;
  dispatchIds: number[];
  since: number;
  until: number;
  /** What its page asks: an answer to the version, or a response to a request. */
  asks: 'answer' | 'report back' | 'comply or explain';
  /** The part of those who answer at all that answers this one. */
  answering: number;
  /** It is a version's publication, which reaches the public too. */
  publication: boolean;
  /** When an answer is late; null where nobody set a deadline. */
  deadline: Date | null;
};
