import { z } from 'zod';
import { type Choice, choices, type Origin, origins } from './choice.ts';

/** One answer to a version, for one organisation, as its row stands. */
export type Acknowledgement = {
  id: number;
  versionId: number;
  organisationId: number;
  contactId: number | null;
  deliveryId: number | null;
  choice: Choice;
  saidBy: string | null;
  remark: string | null;
  origin: Origin;
  provenance: Provenance;
  suspicion: string | null;
  confirmedAt: Date | null;
  enteredBy: number | null;
  late: boolean;
  at: Date;
};

/** Enough to argue later whether a person did it. No network address: it would be personal data, and proves nothing behind a gateway. */
export const provenanceSchema = z.strictObject({
  /** The id of the page view that was answered: an answer that comes twice from one view is one answer. */
  view: z.string().max(32).optional(),
  /** From the view to the answer. */
  seconds: z.number().optional(),
  userAgent: z.string().max(300).optional(),
  acceptLanguage: z.string().max(100).optional(),
  /** Where a button was pressed, when it was no page of ours. */
  channel: z.literal('telegram').optional(),
  /** The partner's key that was shown. */
  keyId: z.number().optional(),
});
export type Provenance = z.output<typeof provenanceSchema>;

/** What every answer says, whichever way it came. */
export const answerSchema = {
  choice: z.enum(choices),
  /** The name of a person: who answered for a functional mailbox, or who was on the phone. */
  saidBy: z.string().trim().min(1).max(200).optional(),
  remark: z.string().trim().max(2000).optional(),
  origin: z.enum(origins),
};
