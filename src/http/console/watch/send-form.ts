import { z } from 'zod';
import { channelRules, requestKinds } from '../../../fanout/reason.ts';
import { blank, many, momentField, whole } from '../input.ts';

const text = z.string().trim().min(1).max(10_000);
/** Both languages or none: a row in which nothing was typed says nothing. */
const both = z.preprocess((typed) => {
  const values = Object.values((typed ?? {}) as Record<string, unknown>);
  return values.every((value) => String(value).trim() === '') ? undefined : typed;
}, z.object({ nl: text, en: text }).optional());

/** A dispatch by hand, as its form has it. */
export const sendForm = z.object({
  step: z.enum(['preview', 'send']).catch('preview'),
  previewId: blank(whole),
  /** The choice that the preview belongs to. */
  seen: z.string().max(5000).default(''),
  reason: z.enum(['publication', 'repeat', 'targeted alert', 'request']),
  audienceId: whole,
  roles: many(z.string().max(50)),
  channelRule: z.enum(channelRules),
  pointerAbove: many(z.string()).transform((ticked) => ticked.length > 0),
  requestKind: blank(z.enum(requestKinds)),
  requestedBy: blank(z.string().trim().min(1).max(200)),
  deadlineAt: blank(momentField),
  coveringNote: both,
  conditions: z
    .array(both)
    .max(20)
    .default([])
    .transform((rows) => rows.filter((row) => row !== undefined)),
});
export type Sending = z.output<typeof sendForm>;

/** What a preview of it shows, in one text: another choice needs another look. */
export const choiceOf = ({ reason, audienceId, roles, channelRule, pointerAbove }: Sending) =>
  JSON.stringify([reason, audienceId, roles.toSorted(), channelRule, pointerAbove]);
