import { generateKeyPairSync } from 'node:crypto';
import { type Course, runCourse, type Times } from './mail-course.ts';
import { median, ratioOf } from './median.ts';
import type { Options } from './options.ts';
import { notMeasured, type Row } from './row.ts';
import { findPostfix, noPostfix } from './sink.ts';

/** Mails by the hub beside a plain pool and smtp-source: at hand, twenty milliseconds away, and signed. */
export async function measureMail({ mails, runs }: Options): Promise<Row[]> {
  const postfix = findPostfix();
  if (!postfix) {
    const why = {
      ...notMeasured(`fan-out of ${mails} mails`, 'mails/s', '≥ 0.5 × smtp-source', noPostfix),
      met: false,
    };
    return [why];
  }
  const course: Course = { postfix, mails, runs, connections: 10 };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const dkim = { domain: 'example.nl', selector: 'bench', key };
  return [
    ...rowsAtHand(await runCourse(course), mails),
    rowFromAfar(await runCourse({ ...course, roundTripMs: 20, connections: 50 }), mails),
    besidePool(
      'the same, DKIM with RSA-2048',
      { ...course, times: await runCourse({ ...course, dkim }) },
      null,
    ),
  ];
}

function rowsAtHand(times: Times, mails: number): Row[] {
  const { hub, pool, source, bytes } = times;
  const name = `fan-out of ${mails} mails of ${bytes} bytes`;
  const perSecond = perSecondOf(mails);
  const spent = hub.map((run) => (run.hubMs + run.postgresMs) / mails);
  const first = median(hub.map((run) => run.firstMs));
  const toSource = ratioOf(perSecond(hub), perSecond(source));
  return [
    {
      name,
      unit: 'mails/s',
      value: median(perSecond(hub)),
      reference: median(perSecond(source)),
      ratio: toSource,
      target: '≥ 0.5 × smtp-source',
      met: toSource >= 0.5,
    },
    besidePool(name, { mails, times }, 4),
    {
      name: `${name}: processor per mail`,
      unit: 'ms',
      value: median(spent),
      reference: median(pool.map((run) => run.processorMs / mails)),
      ratio: ratioOf(
        spent,
        pool.map((run) => run.processorMs / mails),
      ),
      target: 'reported beside a plain nodemailer pool',
      met: null,
      note: `of it the hub's process ${median(hub.map((run) => run.hubMs / mails)).toFixed(3)}, PostgreSQL the rest`,
    },
    {
      name: `${name}: first one settled after publish`,
      unit: 'ms',
      value: first,
      reference: null,
      ratio: null,
      target: '≤ 500 ms',
      met: first <= 500,
    },
  ];
}

function rowFromAfar(times: Times, mails: number): Row {
  const row = besidePool('the same, 20 ms away, 50 connections', { mails, times }, 3);
  return {
    ...row,
    note: `a NOOP over that wire, at rest, took ${times.roundTripMs.toFixed(1)} ms`,
  };
}

function besidePool(
  name: string,
  { mails, times }: { mails: number; times: Times },
  least: number | null,
): Row {
  const perSecond = perSecondOf(mails);
  const ratio = ratioOf(perSecond(times.hub), perSecond(times.pool));
  return {
    name,
    unit: 'mails/s',
    value: median(perSecond(times.hub)),
    reference: median(perSecond(times.pool)),
    ratio,
    target:
      least === null ? 'beside a plain nodemailer pool' : `≥ ${least} × a plain nodemailer pool`,
    met: least === null ? null : ratio >= least,
  };
}

const perSecondOf = (mails: number) => (runs: { ms: number }[]) =>
  runs.map(({ ms }) => (mails * 1000) / ms);
