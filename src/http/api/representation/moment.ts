import { z } from '@hono/zod-openapi';
import { changes } from '../../../advisory/change.ts';
import type { Moment } from '../../../advisory/chronology.ts';
import type { Decision } from '../../../advisory/decision.ts';
import { noticeKinds } from '../../../advisory/notice.ts';
import { formatOrdinal } from '../../../advisory/ordinal.ts';
import { formatRisk } from '../../../advisory/risk.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { bilingualText, instant, instantOrNull, orNull, reference } from '../field.ts';
import { placeSchema } from '../notices.ts';

const decision = z
  .strictObject({
    approvalId: reference,
    operatorId: reference,
    operator: z.string(),
    at: instant,
    breakGlass: z.string().nullable(),
    consents: z.array(
      z.strictObject({
        office: z.string(),
        saidBy: z.string().nullable(),
        givenAt: instant,
        means: z.string(),
      }),
    ),
  })
  .openapi('Decision', { description: 'Who decided, when, and with whose consent.' });

const decided = { at: instant, decision: orNull(decision) };
const number = z.string().openapi({ example: '1.03' });

/** One line of the chronology. */
export const momentSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...{ kind: z.literal('event'), at: instant, id: reference, what: bilingualText },
      ...{ happenedAt: instant, learnedAt: instant, recordedAt: instant, source: z.string() },
    }),
    z.strictObject({
      ...{ kind: z.literal('version'), ...decided, id: reference, number },
      ...{ change: z.enum(changes), tlp: z.enum(tlps), risk: z.string(), title: bilingualText },
    }),
    z.strictObject({
      ...{ kind: z.literal('withdrawal'), ...decided, versionId: reference, number },
      ...{ statement: bilingualText, requestedAt: instant },
    }),
    z.strictObject({
      ...{ kind: z.literal('notice'), ...decided, id: reference, noticeKind: z.enum(noticeKinds) },
      ...{ title: bilingualText, publishedElsewhere: z.array(placeSchema) },
    }),
    z.strictObject({
      ...{ kind: z.literal('dispatch'), ...decided, id: reference },
      ...{ versionId: reference.nullable(), noticeId: reference.nullable() },
      ...{ number: z.string().nullable(), reason: z.string(), source: z.string() },
      ...{ audience: z.string().nullable(), requestKind: z.string().nullable() },
      ...{ requestedBy: z.string().nullable(), deadlineAt: instantOrNull },
      ...{ addressCount: z.int().nullable(), stoppedAt: instantOrNull },
      stoppedReason: z.string().nullable(),
    }),
  ])
  .openapi('Moment');

type Answer = z.output<typeof momentSchema>;

/** One moment; the decision behind it names people, so only those who may know get it. */
export function toMoment(moment: Moment, withDecision: boolean): Answer {
  if (moment.kind === 'event') return moment;
  const { approvalId: _, decision, ...rest } = moment;
  const who = withDecision ? toDecision(decision) : null;
  if (rest.kind === 'notice') return { ...rest, decision: who };
  const { ordinal, ...other } = rest;
  const number = ordinal === null ? null : formatOrdinal(ordinal);
  if (other.kind === 'dispatch') return { ...other, number, decision: who };
  if (other.kind === 'withdrawal') return { ...other, number: number ?? '', decision: who };
  const { likelihood, impact, ...version } = other;
  return {
    ...version,
    number: number ?? '',
    risk: formatRisk({ likelihood, impact }),
    decision: who,
  };
}

const toDecision = ({ consents, ...decision }: Decision) => ({
  ...decision,
  consents: consents.map(({ office, saidBy, givenAt, means }) => ({
    office,
    saidBy,
    givenAt,
    means,
  })),
});
