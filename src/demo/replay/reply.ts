import type { Choice } from '../../acknowledgement/choice.ts';
import type { Chance } from '../country/chance.ts';
import type { InventedContact, InventedOrganisation } from '../country/invented.ts';
import { ministryAnswer } from './ministry-answer.ts';
import type { Mailing, Stage } from './stage.ts';

/** What somebody fills in on the page: which form, and values by the field's name. */
export type Reply = { form: 'answer' | 'response'; wishes: Record<string, string> };

/** What a contact says to a mailing; null where another contact of its organisation speaks. */
export function replyOf(
  { country, chance }: Stage,
  contact: InventedContact,
  asks: Mailing['asks'] | 'again',
): Reply | null {
  const saidBy = contact.functional ? { saidBy: dutyAnalyst(contact) } : {};
  const first = country.organisations.find(({ name }) => name === contact.organisations[0]?.name);
  if (asks === 'answer')
    return { form: 'answer', wishes: { choice: choiceOf(contact, first, chance), ...saidBy } };
  const answer = contact.organisations[0]?.role === 'CISO' && responseOf(country, first, asks);
  return answer ? { form: 'response', wishes: answer } : null;
}

function choiceOf(
  { manner }: InventedContact,
  organisation: InventedOrganisation | undefined,
  chance: Chance,
): Choice {
  if (manner === 'asks for help') return 'call us';
  const affected = organisation?.uses.some(({ vendor }) => vendor === 'Citrix') ?? false;
  const mandatory = ['central government', 'vital provider'].includes(organisation?.kind ?? '');
  if (affected) return chance.happens(0.75) ? 'acting' : 'received';
  return mandatory && chance.happens(0.6) ? 'does not apply' : 'received';
}

function responseOf(
  { organisations }: Stage['country'],
  organisation: InventedOrganisation | undefined,
  asks: Exclude<Mailing['asks'], 'answer'> | 'again',
) {
  const ministries = organisations.filter(
    ({ kind, parent }) => kind === 'central government' && !parent,
  );
  const place = organisation ? ministries.indexOf(organisation) : -1;
  return ministryAnswer(place, asks);
}

const dutyAnalyst = ({ language }: InventedContact) =>
  language === 'nl' ? 'analist van dienst' : 'analyst on duty';
