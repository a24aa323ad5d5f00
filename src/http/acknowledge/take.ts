import type { Typed } from '../../../templates/acknowledge/typed.ts';
import { type NotForUsReason, notForUsWords } from '../../../templates/acknowledge/words.ts';
import { acknowledge } from '../../acknowledgement/acknowledge.ts';
import type { Provenance } from '../../acknowledgement/acknowledgement.ts';
import type { AnswerSheet } from '../../acknowledgement/answer-sheet.ts';
import type { Choice, ResponseStatus } from '../../acknowledgement/choice.ts';
import { confirm } from '../../acknowledgement/confirm.ts';
import { impliedChoice } from '../../acknowledgement/implied-choice.ts';
import { respond } from '../../acknowledgement/respond.ts';
import { sayNotForUs } from '../../acknowledgement/say-not-for-us.ts';
import type { Language } from '../../advisory/language.ts';
import type { Hub } from '../../hub.ts';

/** A form that is whole and right, with what it came with. */
export type Taken = { sheet: AnswerSheet; typed: Typed; provenance: Provenance };

/** Lets the answer that waited count; "this was not me" leaves it as it is: kept, and not counted. */
export async function takeConfirmation(hub: Hub, { sheet, typed }: Taken) {
  if (typed.choice === 'not me') return;
  await confirm(hub, { deliveryId: sheet.deliveryId, choice: typed.choice as Choice });
}

/** Keeps a response. */
export function takeResponse(hub: Hub, taken: Taken) {
  const { explanation } = taken.typed;
  return respond(hub, {
    ...said(taken),
    status: taken.typed.status as ResponseStatus,
    explanation,
  });
}

/**
 * Keeps of a response that looks automatic what it would have acknowledged, uncounted; the response itself waits in
 * the form, which asks again: an office that reads it must not act on what a machine said.
 */
export function keepDoubtedResponse(hub: Hub, taken: Taken, suspicion: string) {
  const choice = impliedChoice(taken.typed.status as ResponseStatus, null) ?? 'acting';
  return acknowledge(hub, { ...said(taken), choice, suspicion });
}

/** Asks the duty officer to call a contact that a message is not for any more, in the words of the page it read. */
export function takeNotForUs(hub: Hub, { sheet, typed }: Taken, language: Language) {
  const reason = notForUsWords[language][typed.choice as NotForUsReason];
  const detail = [reason, typed.saidBy, typed.remark].filter(Boolean).join('; ');
  return sayNotForUs(hub, { deliveryId: sheet.deliveryId, detail });
}

const said = ({ sheet, ...taken }: Taken) =>
  saidOf({ ...taken, deliveryId: sheet.deliveryId, several: sheet.standings.length > 1 });

type Said = Omit<Taken, 'sheet'> & {
  deliveryId: number;
  /** Whether the form asks for which of its organisations. */
  several: boolean;
};

/** What every answer by a link says of itself. */
export function saidOf({ deliveryId, several, typed, provenance }: Said) {
  return {
    deliveryId,
    ...(several && { organisationIds: typed.organisationIds ?? [] }),
    ...(typed.saidBy && { saidBy: typed.saidBy }),
    ...(typed.remark && { remark: typed.remark }),
    origin: 'link' as const,
    provenance,
  };
}
