import type { Language } from '../../src/advisory/language.ts';
import { slot } from '../../src/channel/channel.ts';
import { formatMoment } from '../moment.tsx';
import type { Part } from './part.ts';
import type { Told } from './reader.ts';

const words = {
  nl: {
    title: 'Wat wij u vragen',
    acknowledge: 'Laat ons weten dat dit bericht u heeft bereikt.',
    'report back':
      'Meld ons wat u hebt gedaan, ook als dat nog niets is. U kunt uw antwoord later herzien.',
    'comply or explain':
      'Volg het advies op en meld ons de uitkomst, of leg uit waarom u het niet opvolgt. U kunt uw antwoord later herzien.',
    conditions:
      'Niet opvolgen kan alleen als dit alles tegelijk geldt. Ga in uw uitleg op elk punt in.',
    requestedBy: 'Gevraagd door',
    deadline: 'Antwoord vóór',
    confirm: 'Bevestig de ontvangst',
    answer: 'Beantwoord dit verzoek',
    personal: 'De link is alleen voor u: stuur hem niet door.',
  },
  en: {
    title: 'What we ask of you',
    acknowledge: 'Let us know that this message has reached you.',
    'report back':
      'Tell us what you have done, even if that is nothing yet. You can revise your answer later.',
    'comply or explain':
      'Follow the advice and tell us the outcome, or explain why you do not. You can revise your answer later.',
    conditions:
      'Not following it is possible only if all of this holds at once. Address each point in your explanation.',
    requestedBy: 'Requested by',
    deadline: 'Answer before',
    confirm: 'Confirm receipt',
    answer: 'Answer this request',
    personal: 'The link is yours alone: do not forward it.',
  },
};

/** What a contact is asked: always to let us know, sometimes more. It ends in the one action of the letter. */
export function requestParts(told: Told, language: Language): Part[] {
  const w = words[language];
  const kind = told.requestKind ?? 'acknowledge';
  const facts: [string, string][] = [];
  if (told.requestedBy) facts.push([w.requestedBy, told.requestedBy]);
  if (told.deadlineAt) facts.push([w.deadline, formatMoment(told.deadlineAt, language)]);
  const conditions: Part[] = [
    { kind: 'prose', text: w.conditions },
    { kind: 'list', items: told.conditions.map((condition) => condition[language]) },
  ];
  return [
    { kind: 'heading', text: w.title },
    { kind: 'prose', text: w[kind] },
    ...(told.conditions.length > 0 ? conditions : []),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    actionPart(kind === 'acknowledge' ? 'confirm' : 'answer', language),
  ];
}

/** The way to the recipient's own page. */
export function actionPart(label: 'confirm' | 'answer', language: Language): Part {
  const w = words[language];
  const link = { title: w[label], url: slot('acknowledge') };
  return { kind: 'action', link, note: w.personal };
}

/** When an answer is asked for, in words. */
export function deadlineInWords(deadlineAt: Date, language: Language): string {
  return `${words[language].deadline}: ${formatMoment(deadlineAt, language)}`;
}
