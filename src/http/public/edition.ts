import { countPublicChanges } from '../../advisory/public-change.ts';
import type { Hub } from '../../hub.ts';

/** Says in one word what the public may see at this moment: as long as it is the same, so is every public page. */
export type Edition = { name: string; now: Date };

/** An edition as it was read; good `until` a moment of `performance.now()`, as long as nothing was changed here. */
type Reading = { edition: Edition; until: number; changes: number };

const readings = new WeakMap<Hub, Reading>();
const readers = new WeakMap<Hub, () => Promise<Edition>>();

/**
 * How long a reading serves, in ms. What this process publishes shows at once; what another one does, this much later
 * at most. A crowd costs the database twenty small queries a second then, however large it is.
 */
const termMs = 50;

/** The edition of what is public. All requests that wait share one query, which starts after the last of them came. */
export function readEdition(hub: Hub): Edition | Promise<Edition> {
  const reading = readings.get(hub);
  if (reading && reading.changes === countPublicChanges(hub) && performance.now() < reading.until)
    return reading.edition;
  let read = readers.get(hub);
  if (!read) {
    read = shared(() => keep(hub));
    readers.set(hub, read);
  }
  return read();
}

/** Counted from before the query: whatever was committed during it may or may not be in it. */
async function keep(hub: Hub): Promise<Edition> {
  const until = performance.now() + termMs;
  const changes = countPublicChanges(hub);
  const edition = await query(hub);
  readings.set(hub, { edition, until, changes });
  return edition;
}

/**
 * Only CLEAR rows count: what is published above it must not even be seen to have happened. Versions are published at
 * the moment of it and never after, so those of yesterday and today say whether there is a new one: the index on
 * published_at finds them among any number of old ones. A new day is a new name, which costs no more than rendering anew.
 */
async function query({ sql }: Hub): Promise<Edition> {
  const [edition] = await sql<Edition[]>`
    WITH since AS MATERIALIZED (SELECT date_trunc('day', hub_now()) - interval '1 day' AS start)
    SELECT concat_ws('.',
             (SELECT extract(epoch FROM start)::bigint FROM since),
             (SELECT count(*) FROM versions
              WHERE state = 'published' AND tlp = 'CLEAR' AND published_at >= (SELECT start FROM since)),
             (SELECT count(*) FROM withdrawals w JOIN versions v ON v.id = w.version_id
              WHERE w.withdrawn_at IS NOT NULL AND v.tlp = 'CLEAR'),
             (SELECT count(*) FROM notices WHERE state = 'published' AND tlp = 'CLEAR')) AS name,
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
