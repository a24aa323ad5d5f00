import { z } from 'zod';
import { byIndex } from '../database/by-index.ts';
import type { Sql } from '../database/connect.ts';
import { createGatherer } from '../gather.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Acknowledgement, answerSchema, provenanceSchema } from './acknowledgement.ts';
import { type Answering, findAnswering, findAnswerings } from './answering.ts';
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
type ByLink = Answer & { deliveryId: number };

/** Answers that are written in one transaction at most. */
const mostTogether = 64;

const gatherers = new WeakMap<Hub, (answer: ByLink) => Promise<Acknowledgement[]>>();

/**
 * Keeps what a contact says of a version for its organisations, and moves their roll-ups, of this version and the older
 * ones, in the same transaction. The promise is the rows written, once they are committed: none when the same page view
 * gave this answer before. In a burst the answers by links share transactions.
 * @throws HubError invalid | not_found | conflict
 */
export async function acknowledge(hub: Hub, raw: AcknowledgeInput): Promise<Acknowledgement[]> {
  const answer = parse(input, raw);
  if (answer.deliveryId !== undefined) return gathererOf(hub)(answer as ByLink);
  return hub.sql.begin(async (sql) => {
    const answering = await findAnswering(sql, answer);
    return writeAnswer(sql, answering, answer);
  });
}

function gathererOf(hub: Hub) {
  const known = gatherers.get(hub);
  if (known) return known;
  const gatherer = createGatherer((answers: ByLink[]) => keepAll(hub, answers), {
    most: mostTogether,
    nameOf: ({ deliveryId }) => deliveryId,
  });
  gatherers.set(hub, gatherer);
  return gatherer;
}

function keepAll(hub: Hub, answers: ByLink[]): Promise<(Acknowledgement[] | Error)[]> {
  return hub.sql.begin(async (sql) => {
    const [, found] = await Promise.all([byIndex(sql), findAnswerings(sql, answers)]);
    const given = found.flatMap((answering, index) =>
      answering instanceof Error ? [] : [{ answering, answer: answers[index] as ByLink }],
    );
    const written = given.length > 0 ? await writeAnswers(sql, given) : [];
    const byDelivery = Map.groupBy(written, ({ deliveryId }) => deliveryId);
    return found.map((answering) =>
      answering instanceof Error ? answering : (byDelivery.get(answering.deliveryId) ?? []),
    );
  });
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
