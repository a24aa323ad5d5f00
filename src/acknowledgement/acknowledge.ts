import { z } from 'zod';
import { byIndex } from '../database/by-index.ts';
import type { Sql } from '../database/connect.ts';
import { createGatherer } from '../gather.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Acknowledgement, answerSchema, provenanceSchema } from './acknowledgement.ts';
import {
  type Answering,
  findAnswering,
  findRecipients,
  narrow,
  type Recipient,
} from './answering.ts';
import { type Given, insertAnswers } from './insert-answers.ts';
import { lockRollUps } from './lock-roll-ups.ts';
import { rollUpAnswers } from './roll-up-answers.ts';

const input = z.strictObject({
  ...answerSchema,
  deliveryId: z.int().positive().optional(),
  versionId: z.int().positive().optional(),
  contactId: z.int().positive().optional(),
  organisationIds: z.array(z.int().positive()).max(10_000).optional(),
  provenance: provenanceSchema,
  /** Why it looks automatic: it is kept, and counts for nothing until a person confirms. */
  suspicion: z.string().max(200).optional(),
  /** The operator who entered it after a call. */
  enteredBy: z.int().positive().optional(),
});
export type AcknowledgeInput = z.input<typeof input>;
type Answer = z.output<typeof input>;
/** What to keep once it is known who answers; null where nothing is. */
type Decide<A> = (recipient: Recipient) => A | null;
type ByLink = { deliveryId: number; decide: Decide<Answer> };
type Outcome = Acknowledgement[] | null;

/** Answers that are written in one transaction at most. */
const mostTogether = 64;
/** Such transactions at once; more of them are smaller ones, and cost more altogether. */
const lanes = 2;

const gatherers = new WeakMap<Hub, (answer: ByLink) => Promise<Outcome>>();

/**
 * Keeps what a contact says of a version for its organisations, and moves their roll-ups, of this version and the older
 * ones, in the same transaction. The promise is the rows written, once they are committed: none when the same page view
 * gave this answer before. In a burst the answers by links share transactions.
 * @throws HubError invalid | not_found | conflict
 */
export async function acknowledge(hub: Hub, raw: AcknowledgeInput): Promise<Acknowledgement[]> {
  const answer = parse(input, raw);
  if (answer.deliveryId !== undefined) {
    const { deliveryId } = answer;
    return (await gathererOf(hub)({ deliveryId, decide: () => answer })) ?? [];
  }
  return hub.sql.begin(async (sql) => {
    const answering = await findAnswering(sql, answer);
    return writeAnswer(sql, answering, answer);
  });
}

/**
 * The same where what is kept depends on whom a message went to: who that is, is read in the transaction that keeps the
 * answer. `decide` answers at once; what it leaves (null) changed nothing.
 * @throws HubError invalid | not_found | conflict
 */
export function acknowledgeAs(
  hub: Hub,
  { deliveryId, decide }: { deliveryId: number; decide: Decide<AcknowledgeInput> },
): Promise<Outcome> {
  const decideRight = (recipient: Recipient) => {
    const raw = decide(recipient);
    return raw && parse(input, raw);
  };
  return gathererOf(hub)({ deliveryId, decide: decideRight });
}

function gathererOf(hub: Hub) {
  const known = gatherers.get(hub);
  if (known) return known;
  const gatherer = createGatherer((answers: ByLink[]) => keepAll(hub, answers), {
    most: mostTogether,
    lanes,
    nameOf: ({ deliveryId }) => deliveryId,
  });
  gatherers.set(hub, gatherer);
  return gatherer;
}

function keepAll(hub: Hub, asks: ByLink[]): Promise<(Outcome | Error)[]> {
  return hub.sql.begin(async (sql) => {
    const ids = asks.map(({ deliveryId }) => deliveryId);
    const [, recipients] = await Promise.all([byIndex(sql), findRecipients(sql, ids)]);
    const decided = asks.map(({ decide }, index) => decideOn(recipients[index], decide));
    const given = decided.filter((one): one is Given => one !== null && !(one instanceof Error));
    const written = given.length > 0 ? await writeAnswers(sql, given) : [];
    const byDelivery = Map.groupBy(written, ({ deliveryId }) => deliveryId);
    return decided.map((one) =>
      one === null || one instanceof Error ? one : (byDelivery.get(one.answering.deliveryId) ?? []),
    );
  });
}

/** What one says stands or falls by itself, whoever shares the transaction. */
function decideOn(
  recipient: Recipient | Error | undefined,
  decide: Decide<Answer>,
): Given | Error | null {
  if (!recipient || recipient instanceof Error) return recipient ?? null;
  try {
    const answer = decide(recipient);
    if (!answer) return null;
    const answering = narrow(recipient, answer.organisationIds);
    return answering instanceof Error ? answering : { answering, answer };
  } catch (error) {
    return error as Error;
  }
}

/** Keeps one answer within a transaction that does more. */
export function writeAnswer(sql: Sql, answering: Answering, answer: Given['answer']) {
  return writeAnswers(sql, [{ answering, answer }]);
}

/**
 * Sent together: inside a transaction each statement waits for the one before without a round trip between them. The
 * roll-ups are moved whether or not a row was written: that is the same again where none was.
 */
async function writeAnswers(sql: Sql, given: Given[]): Promise<Acknowledgement[]> {
  const answerings = given.map(({ answering }) => answering);
  const [, written] = await Promise.all([
    lockRollUps(sql, answerings),
    insertAnswers(sql, given),
    given.some(({ answer }) => answer.suspicion === undefined) && rollUpAnswers(sql, answerings),
  ]);
  return [...written];
}
