type Metrics = Record<string, string>;

// Per CVSS version: the metrics that a vector must have, each with its values as single letters.
const base: Record<string, Metrics> = {
  '2.0': { AV: 'LAN', AC: 'HML', Au: 'MSN', C: 'NPC', I: 'NPC', A: 'NPC' },
  '3.x': { AV: 'NALP', AC: 'LH', PR: 'NLH', UI: 'NR', S: 'UC', C: 'HLN', I: 'HLN', A: 'HLN' },
  '4.0': {
    AV: 'NALP',
    AC: 'LH',
    AT: 'NP',
    PR: 'NLH',
    UI: 'NPA',
    VC: 'HLN',
    VI: 'HLN',
    VA: 'HLN',
    SC: 'HLN',
    SI: 'HLN',
    SA: 'HLN',
  },
};

function split(vector: string): { required: Metrics; parts: string[] } | null {
  const [head = '', ...rest] = vector.split('/');
  if (head === 'CVSS:4.0') return { required: base['4.0'] ?? {}, parts: rest };
  if (head === 'CVSS:3.0' || head === 'CVSS:3.1') {
    return { required: base['3.x'] ?? {}, parts: rest };
  }
  return head.startsWith('AV:') ? { required: base['2.0'] ?? {}, parts: [head, ...rest] } : null;
}

/** Whether a vector is of CVSS 2, 3.0, 3.1 or 4.0 with every base metric once; optional metrics are not judged. */
export function isCvssVector(vector: string): boolean {
  const read = split(vector);
  if (!read) return false;
  const pairs = read.parts.map((part) => /^([A-Za-z]{1,3}):([A-Za-z]{1,6})$/.exec(part));
  if (pairs.some((pair) => pair === null)) return false;
  const values = new Map(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  if (values.size !== pairs.length) return false;
  return Object.entries(read.required).every(([metric, allowed]) => {
    const value = values.get(metric) ?? '';
    return value.length === 1 && allowed.includes(value);
  });
}
