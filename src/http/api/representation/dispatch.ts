import { z } from '@hono/zod-openapi';
import type { ChannelProgress } from '../../../fanout/channel-progress.ts';
import type { ListedDispatch } from '../../../fanout/list-dispatches.ts';
import { channelRules, reasons, requestKinds, sources } from '../../../fanout/reason.ts';
import { standOf, stands } from '../../../fanout/stand.ts';
import { bilingualText, instant, instantOrNull, orNull, reference } from '../field.ts';

const counts = {
  open: z.int(),
  sent: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  skipped: z.int(),
};
type Counts = { [Key in keyof typeof counts]: number };

const progressSchema = z
  .strictObject({
    ...counts,
    channels: z.array(
      z.strictObject({
        channel: z.string().openapi({ example: 'email' }),
        ...counts,
        rate: z.number().openapi({ description: 'That came to an end, per second.' }),
      }),
    ),
  })
  .openapi('Progress', { description: 'The deliveries of a dispatch by state.' });

export const dispatchSchema = z
  .strictObject({
    id: reference,
    stand: z.enum(stands),
    trackingId: z.string().nullable().openapi({ example: 'NCSC-2019-0979' }),
    versionId: reference.nullable(),
    noticeId: reference.nullable(),
    title: bilingualText,
    reason: z.enum(reasons),
    source: z.enum(sources),
    audienceId: reference.nullable(),
    audience: z.string().nullable(),
    policyLineId: reference.nullable(),
    approvalId: reference,
    roles: z.array(z.string()),
    channelRule: z.enum(channelRules),
    pointerAbove: z.boolean(),
    coveringNote: orNull(bilingualText),
    requestKind: z.enum(requestKinds).nullable(),
    requestedBy: z.string().nullable(),
    conditions: z.array(bilingualText),
    deadlineAt: instantOrNull,
    reminderMinutes: z.array(z.int()),
    urgent: z.boolean(),
    createdAt: instant,
    expandedAt: instantOrNull,
    addressCount: z.int().nullable(),
    pausedAt: instantOrNull,
    pausedReason: z.string().nullable(),
    stoppedAt: instantOrNull,
    stoppedReason: z.string().nullable(),
    finishedAt: instantOrNull,
    progress: progressSchema,
  })
  .openapi('Dispatch', { description: 'One decision to send.' });

/** The row of a dispatch, with its progress by channel. */
export function toDispatch(
  dispatch: ListedDispatch,
  channels: readonly ChannelProgress[],
): z.output<typeof dispatchSchema> {
  const { priority, position: _, ordinal: __, ...rest } = dispatch;
  return {
    ...shownOf(rest),
    stand: standOf(dispatch),
    urgent: priority === 0,
    progress: sum(channels),
  };
}

type Shown = Omit<z.output<typeof dispatchSchema>, 'stand' | 'urgent' | 'progress'>;

/** Only what the document knows: the row may hold more. */
function shownOf(row: Shown): Shown {
  const names = Object.keys(dispatchSchema.shape) as (keyof Shown)[];
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Shown;
}

function sum(channels: readonly ChannelProgress[]): z.output<typeof progressSchema> {
  const keys = Object.keys(counts) as (keyof Counts)[];
  const of = (each: Counts) => Object.fromEntries(keys.map((key) => [key, each[key]])) as Counts;
  const total = Object.fromEntries(
    keys.map((key) => [key, channels.reduce((all, each) => all + each[key], 0)]),
  ) as Counts;
  const shown = channels.map((each) => ({ channel: each.channel, ...of(each), rate: each.rate }));
  return { ...total, channels: shown };
}
