/** What CSAF says of a vector beside it: the score, and for CVSS 3 its word (§5 of the standard). */
export type CvssScore = { version: '2.0' | '3.0' | '3.1'; base: number; severity: Severity };
export type Severity = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

type Weights = Record<string, Record<string, number>>;

const weights2: Weights = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  ...impact(['C', 'I', 'A'], { N: 0, P: 0.275, C: 0.66 }),
};
const weights3: Weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  S: { U: 0, C: 1 },
  ...impact(['C', 'I', 'A'], { H: 0.56, L: 0.22, N: 0 }),
};
// With a changed scope a right that was needed weighs more (CVSS 3.1 §7.4).
const changedRights: Record<string, number> = { N: 0.85, L: 0.68, H: 0.5 };

/** The metrics beside the base, each with what may stand there: a vector with another is not one (the schema's words). */
const optional2 =
  /^(E:(U|POC|F|H|ND)|RL:(OF|TF|W|U|ND)|RC:(UC|UR|C|ND)|CDP:(N|L|LM|MH|H|ND)|TD:(N|L|M|H|ND)|[CIA]R:(L|M|H|ND))$/;
const optional3 =
  /^(E:[XUPFH]|RL:[XOTWU]|RC:[XURC]|[CIA]R:[XLMH]|MAV:[XNALP]|MAC:[XLH]|MPR:[XNLH]|MUI:[XNR]|MS:[XUC]|M[CIA]:[XNLH])$/;

function impact(metrics: string[], values: Record<string, number>): Weights {
  return Object.fromEntries(metrics.map((metric) => [metric, values]));
}

/** The base score of a vector; null for one that CSAF 2.0 cannot hold: CVSS 4.0, or not a whole vector. */
export function scoreCvss(vector: string): CvssScore | null {
  const head = /^CVSS:(3\.[01])\//.exec(vector);
  const version = head ? (head[1] as '3.0' | '3.1') : '2.0';
  const parts = vector.slice(head?.[0].length ?? 0).split('/');
  const read = readMetrics(parts, head ? weights3 : weights2, head ? optional3 : optional2);
  if (!read) return null;
  const base = head ? score3(read, version) : score2(read);
  return { version, base, severity: severityOf(base) };
}

type Metrics = { weigh: (metric: string) => number; letter: (metric: string) => string };

function readMetrics(parts: string[], weights: Weights, optional: RegExp): Metrics | null {
  const values = new Map(parts.map((part) => part.split(':') as [string, string]));
  const letter = (metric: string) => values.get(metric) ?? '';
  const isWhole =
    values.size === parts.length &&
    parts.every(
      (part) => Object.hasOwn(weights, part.split(':')[0] ?? '') || optional.test(part),
    ) &&
    Object.entries(weights).every(([metric, allowed]) => Object.hasOwn(allowed, letter(metric)));
  if (!isWhole) return null;
  return { letter, weigh: (metric) => weights[metric]?.[letter(metric)] ?? 0 };
}

/** CVSS 2.0 §3.2.1. */
function score2({ weigh }: Metrics): number {
  const hit = 10.41 * (1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A')));
  const ease = 20 * weigh('AV') * weigh('AC') * weigh('Au');
  const base = (0.6 * hit + 0.4 * ease - 1.5) * (hit === 0 ? 0 : 1.176);
  return Math.round(base * 10) / 10;
}

/** CVSS 3.0 §8.1 and 3.1 §7.1, which differ in how they round up. */
function score3({ weigh, letter }: Metrics, version: string): number {
  const isChanged = weigh('S') === 1;
  const loss = 1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A'));
  const hit = isChanged ? 7.52 * (loss - 0.029) - 3.25 * (loss - 0.02) ** 15 : 6.42 * loss;
  if (hit <= 0) return 0;
  const rights = isChanged ? (changedRights[letter('PR')] ?? 0) : weigh('PR');
  const ease = 8.22 * weigh('AV') * weigh('AC') * rights * weigh('UI');
  const sum = Math.min(10, (hit + ease) * (isChanged ? 1.08 : 1));
  if (version === '3.0') return Math.ceil(sum * 10) / 10;
  // CVSS 3.1 appendix A: what floating point adds is not a tenth.
  const whole = Math.round(sum * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

function severityOf(base: number): Severity {
  if (base === 0) return 'NONE';
  if (base < 4) return 'LOW';
  if (base < 7) return 'MEDIUM';
  return base < 9 ? 'HIGH' : 'CRITICAL';
}
