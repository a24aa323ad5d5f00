import type { Finding } from '../errors.ts';
import { genesis, linkHash, type StoredEntry } from './entry.ts';
import type { End } from './head.ts';

/** Findings listed; the rest are counted, so that a wholly broken trail does not fill the memory. */
const mostFindings = 1000;

/** A linked entry as the table holds it; `hash` is null only where somebody meddled. */
export type LinkedEntry = StoredEntry & { position: number; hash: Buffer | null };

/** How far a verification has come and what it found. */
export type Walk = {
  end: End;
  linked: number;
  /** An end that was kept outside the database, until it was seen. */
  known: End | undefined;
  findings: Finding[];
  /** Findings beyond those listed. */
  more: number;
};

export const startWalk = (known: End | undefined): Walk => ({
  end: { position: 0, hash: genesis },
  linked: 0,
  known,
  findings: [],
  more: 0,
});

/**
 * Steps onto the next entry. The hash that is stored stands in for the right one afterwards, so that every place where
 * somebody meddled is found and not only the first.
 */
export function step(walk: Walk, { position, hash, ...entry }: LinkedEntry): void {
  const expected = walk.end.position + 1;
  if (position !== expected) {
    note(walk, position, `stands where ${expected} should: entries were removed or added`);
  } else if (!hash?.equals(linkHash(walk.end.hash, entry))) {
    note(
      walk,
      position,
      `(id ${entry.id}) is not the entry that was linked here, or the one before is not`,
    );
  }
  walk.end = { position, hash: hash ?? genesis };
  walk.linked += 1;
  if (walk.known?.position !== position) return;
  if (!walk.known.hash.equals(walk.end.hash))
    note(walk, position, 'has another hash than the given head: the trail was rewritten');
  walk.known = undefined;
}

/** Writes down that something is wrong at a position of the trail. */
export function note(walk: Walk, position: number, message: string): void {
  if (walk.findings.length === mostFindings) walk.more += 1;
  else walk.findings.push({ path: `position ${position}`, message });
}
