import { readFileSync } from 'node:fs';

/** What Linux says of a process and everything it started. */
const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
};

function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}

/** Processor time so far in ms, of children that ended too; the kernel counts in hundredths of a second. */
export function processorMs(pid: number): number {
  const own = (fields: string[], first: number) =>
    Number(fields[first]) + Number(fields[first + 1]);
  return familyOf(pid).reduce((sum, member, index) => {
    const fields = read(`/proc/${member}/stat`).split(') ')[1]?.split(' ');
    if (!fields) return sum;
    // utime and stime are fields 14 and 15 of proc(5), those of ended children the next two.
    return sum + 10 * (own(fields, 11) + (index === 0 ? own(fields, 13) : 0));
  }, 0);
}

/** Resident memory of one process, in MB. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Memory of a process and all it started, what they share counted once, in MB. */
export function memoryMb(pid: number): number {
  return familyOf(pid).reduce(
    (sum, member) =>
      sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0) / 1024,
    0,
  );
}
