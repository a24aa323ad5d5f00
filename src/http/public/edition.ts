import { countPublicChanges } from '../../advisory/public-change.ts';
import type { Tlp } from '../../advisory/tlp.ts';
import type { Hub } from '../../hub.ts';

/** Says in one word what readers up to a TLP ceiling may see at this moment: as long as it is the same, so is every page of theirs. */
export type Edition = { name: string; now: Date };

/** An edition as it was read `at` a moment of `performance.now()`; good for its term, as long as nothing was changed here. */
type Reading = { edition: Edition; at: number; changes: number; renewed: boolean };

/** What is known of a hub's editions of one ceiling. */
type Known = { reading?: Reading; read: () => Promise<Edition> };

const known = new WeakMap<Hub, Map<Tlp, Known>>();

/**
 * How long a reading serves, in ms. What this process publishes shows at once; what another one does, this much later
 * at most. A crowd costs the database forty small queries a second then, however large it is.
 */
const termMs = 50;
/** From this age on, in ms, whoever asks has it read anew, and waits for nothing. */
const renewMs = 25;

/**
 * The edition of what is public, or of what those see whom a ceiling above CLEAR is open to. All requests that wait
 * share one query, which starts after the last of them came.
 */
export function readEdition(hub: Hub, ceiling: Tlp = 'CLEAR'): Edition | Promise<Edition> {
  const { reading, read } = knownOf(hub, ceiling);
  const age = reading ? performance.now() - reading.at : termMs;
  if (!reading || age >= termMs || reading.changes !== countPublicChanges(hub)) return read();
  if (age >= renewMs && !reading.renewed) {
    reading.renewed = true;
    read().catch(() => {}); // whoever waits for the next one hears what is wrong
  }
  return reading.edition;
}

function knownOf(hub: Hub, ceiling: Tlp): Known {
  const ofHub = known.get(hub) ?? new Map<Tlp, Known>();
  known.set(hub, ofHub);
  const found = ofHub.get(ceiling) ?? { read: shared(() => keep(hub, ceiling)) };
  ofHub.set(ceiling, found);
  return found;
}

/** Counted from before the query: whatever was committed during it may or may not be in it. */
async function keep(hub: Hub, ceiling: Tlp): Promise<Edition> {
  const at = performance.now();
  const changes = countPublicChanges(hub);
  const edition = await query(hub, ceiling);
  knownOf(hub, ceiling).reading = { edition, at, changes, renewed: false };
  return edition;
}

/**
 * Only rows up to the ceiling count: what is published above it must not even be seen to have happened. Versions are published at
 * the moment of it and never after, so those of yesterday and today say whether there is a new one: the index on
 * published_at finds them among any number of old ones. A new day is a new name, which costs no more than rendering anew.
 */
async function query({ sql }: Hub, ceiling: Tlp): Promise<Edition> {
  const [edition] = await sql<Edition[]>`
    WITH since AS MATERIALIZED (SELECT date_trunc('day', hub_now()) - interval '1 day' AS start)
    SELECT concat_ws('.',
             (SELECT extract(epoch FROM start)::bigint FROM since),
             (SELECT count(*) FROM versions
              WHERE state = 'published' AND tlp <= ${ceiling}::tlp AND published_at >= (SELECT start FROM since)),
             (SELECT count(*) FROM withdrawals w JOIN versions v ON v.id = w.version_id
              WHERE w.withdrawn_at IS NOT NULL AND v.tlp <= ${ceiling}::tlp),
             (SELECT count(*) || '+' || coalesce(sum(jsonb_array_length(published_elsewhere)), 0) FROM notices WHERE state = 'published' AND tlp <= ${ceiling}::tlp)) AS name,
           hub_now() AS now`;
  if (!edition) throw new Error('The database told no edition.');
  return edition;
}

/** One run at a time; whoever asks during a run shares the next one. */
function shared<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = () => {
    next = undefined;
    running = run().finally(() => {
      if (!next) running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}
