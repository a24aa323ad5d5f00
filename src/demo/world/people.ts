import type { Entry } from './entry.ts';
import { inTurn } from './in-turn.ts';
import type { Outcome, Visit } from './visit.ts';
import { type Opened, openPage, sendForm } from './visitor.ts';

/** How many of the country's people are at their screens at the same moment. */
const atOnce = 8;

type Options = {
  /** Where the hub listens. */
  hub: string;
  /** Their mail, in order of arrival. */
  entries: readonly Entry[];
  read(entry: Entry): Promise<Buffer>;
};

export type People = {
  /** They read their mail and open its page; scanners answer at once, people when told. */
  open(visits: Visit[]): Promise<Outcome>;
  /** They answer on the pages that they have open. */
  answer(): Promise<Outcome>;
};

/** The people of the country, who answer over HTTP on the page that their own message links to. */
export function createPeople({ hub, entries, read }: Options): People {
  let opened: Opened[] = [];

  async function open(visits: Visit[]): Promise<Outcome> {
    const since = visits.reduce((least, visit) => Math.min(least, visit.since), entries.length);
    const mail = indexOf(entries, since);
    const outcome: Outcome = { opened: 0, answered: 0, problems: [] };
    await inTurn(visits, atOnce, async (visit) => {
      const { address, since, until } = visit;
      const place = mail.get(address)?.find((index) => index >= since && index < until);
      if (place === undefined) return;
      await attempt(outcome, async () => {
        const page = await openPage(hub, await read(entries[place] as Entry), visit);
        outcome.opened += 1;
        if (!visit.machine) opened.push(page);
        else await sendForm(page);
      });
    });
    return outcome;
  }

  async function answer(): Promise<Outcome> {
    const pages = opened;
    opened = [];
    const outcome: Outcome = { opened: 0, answered: 0, problems: [] };
    await inTurn(pages, atOnce, (page) =>
      attempt(outcome, async () => {
        await sendForm(page);
        outcome.answered += 1;
      }),
    );
    return outcome;
  }

  return { open, answer };
}

/** Per address where its messages from `since` on stand. */
function indexOf(entries: readonly Entry[], since: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let index = since; index < entries.length; index += 1) {
    const { to } = entries[index] as Entry;
    const known = places.get(to);
    if (known) known.push(index);
    else places.set(to, [index]);
  }
  return places;
}

async function attempt(outcome: Outcome, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    outcome.problems.push(error instanceof Error ? error.message : String(error));
  }
}
