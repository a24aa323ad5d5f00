import type { Finding } from '../errors.ts';
import type { Bilingual } from '../fanout/dispatch.ts';
import type { RequestKind } from '../fanout/reason.ts';
import type { Origin, ResponseStatus } from './choice.ts';

/** One answer to a request, for one organisation, as its row stands. */
export type Response = {
  id: number;
  dispatchId: number;
  organisationId: number;
  contactId: number | null;
  status: ResponseStatus;
  /** One argument per condition of the request, in its order; empty unless the status is `explain`. */
  explanation: string[];
  remark: string | null;
  saidBy: string | null;
  origin: Origin;
  enteredBy: number | null;
  late: boolean;
  at: Date;
};

/** What a dispatch asks, as far as it decides whether a response will do. */
export type Asked = { requestKind: RequestKind | null; conditions: Bilingual[] };

/** Whether the request is answered with a response; `acknowledge` is answered with a choice. */
export const asksResponse = ({ requestKind }: Asked) =>
  requestKind === 'report back' || requestKind === 'comply or explain';

/**
 * What is missing in a response: *explain* argues every condition, or gives its one argument where the request names
 * none. Paths are `explanation.0`, `explanation.1`, …
 */
export function checkExplanation(
  asked: Asked,
  { status, explanation }: Pick<Response, 'status' | 'explanation'>,
): Finding[] {
  if (status !== 'explain') return [];
  const wanted = Math.max(asked.conditions.length, 1);
  return Array.from({ length: wanted }, (_, index) => index)
    .filter((index) => !explanation[index]?.trim())
    .map((index) => ({ path: `explanation.${index}`, message: 'Argue this condition.' }));
}
