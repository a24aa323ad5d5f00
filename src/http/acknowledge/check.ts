import type { Typed } from '../../../templates/acknowledge/typed.ts';
import {
  type NotForUsReason,
  notForUsReasons,
  type Words,
  words,
} from '../../../templates/acknowledge/words.ts';
import type { AnswerSheet } from '../../acknowledgement/answer-sheet.ts';
import {
  type Choice,
  choices,
  type ResponseStatus,
  responseStatuses,
} from '../../acknowledgement/choice.ts';
import { checkExplanation } from '../../acknowledgement/response.ts';
import type { Language } from '../../advisory/language.ts';
import type { Finding } from '../../errors.ts';

const most = { saidBy: 200, remark: 2000, explanation: 5000 };
type Subject = { sheet: AnswerSheet; typed: Typed; language: Language };

/** Everything that is wrong with what was typed, in the reader's language; paths are the names of the fields. */
export function checkTyped({ sheet, typed, language }: Subject): Finding[] {
  const w = words[language];
  if (typed.form === 'confirm') return checkConfirmation(sheet, typed, w);
  if (typed.form === 'not-for-us')
    return [...checkReason(typed, w), ...checkPerson(sheet, typed, w)];
  const asked = { functional: sheet.functional, organisationIds: organisationsOf(sheet) };
  if (typed.form === 'answer') return checkAnswer(asked, typed, w);
  return [
    ...checkStatus(sheet, typed, w),
    ...checkOrganisations(asked, typed, w),
    ...checkPerson(asked, typed, w),
  ];
}

/** Who is asked, as far as an answer is checked by it. */
type Asked = { functional: boolean; organisationIds: number[] };

/** Everything that is wrong with an answer. */
export const checkAnswer = (asked: Asked, typed: Typed, w: Words): Finding[] => [
  ...checkChoice(typed, w),
  ...checkOrganisations(asked, typed, w),
  ...checkPerson(asked, typed, w),
];

const organisationsOf = ({ standings }: AnswerSheet) =>
  standings.map(({ organisationId }) => organisationId);

function checkConfirmation(sheet: AnswerSheet, { choice }: Typed, w: Words): Finding[] {
  if (choice === 'not me') return [];
  if (!choices.includes(choice as Choice)) return [{ path: 'choice', message: w.pickChoice }];
  const pending = sheet.standings.map((standing) => standing.pendingChoice);
  if (pending.every((one) => one === null) || pending.includes(choice as Choice)) return [];
  return [{ path: 'choice', message: w.otherThanPending }];
}

function checkReason({ choice }: Typed, w: Words): Finding[] {
  if (notForUsReasons.includes(choice as NotForUsReason)) return [];
  return [{ path: 'choice', message: w.pickReason }];
}

function checkChoice({ choice }: Typed, w: Words): Finding[] {
  if (choices.includes(choice as Choice)) return [];
  return [{ path: 'choice', message: w.pickChoice }];
}

function checkStatus(sheet: AnswerSheet, typed: Typed, w: Words): Finding[] {
  const status = typed.status as ResponseStatus;
  if (!responseStatuses.includes(status)) return [{ path: 'status', message: w.pickStatus }];
  const unargued = checkExplanation(sheet, { status, explanation: typed.explanation });
  const tooLong = typed.explanation.flatMap((text, index) =>
    text.length > most.explanation ? [`explanation.${index}`] : [],
  );
  return [
    ...unargued.map(({ path }) => ({ path, message: argueAt(sheet, path, w) })),
    ...tooLong.map((path) => ({ path, message: w.tooLong(most.explanation) })),
  ];
}

function argueAt({ conditions }: AnswerSheet, path: string, w: Words): string {
  return conditions.length > 1 ? w.argue(Number(path.split('.')[1]) + 1) : w.argueOnly;
}

function checkOrganisations({ organisationIds }: Asked, typed: Typed, w: Words): Finding[] {
  if (organisationIds.length < 2) return [];
  const ours = new Set(organisationIds);
  const ticked = typed.organisationIds ?? [];
  if (ticked.length > 0 && ticked.every((id) => ours.has(id))) return [];
  return [{ path: 'organisationIds', message: w.pickOrganisation }];
}

function checkPerson(
  { functional }: Pick<Asked, 'functional'>,
  { saidBy, remark }: Typed,
  w: Words,
): Finding[] {
  const findings: Finding[] = [];
  if (functional && saidBy === '') findings.push({ path: 'saidBy', message: w.giveName });
  if (saidBy.length > most.saidBy)
    findings.push({ path: 'saidBy', message: w.tooLong(most.saidBy) });
  if (remark.length > most.remark)
    findings.push({ path: 'remark', message: w.tooLong(most.remark) });
  return findings;
}
