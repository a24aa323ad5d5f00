import type { InventedContact } from '../country/invented.ts';
import { mailboxOf } from '../country/mailable.ts';
import type { Manner } from '../country/manner.ts';
import type { Visit } from '../world/visit.ts';
import { advance, minutesFrom } from './advance.ts';
import { replyOf } from './reply.ts';
import type { Mailing, Stage } from './stage.ts';

/** The people of one manner, who answer a mailing at about the same time. */
export type Wave = { at: Date; mailing: Mailing; manners: Manner[]; name: string };

/** How long a person takes from opening the page to answering, in minutes. */
const thinking = 3;

/** When who answers a mailing. */
export function wavesOf(mailing: Mailing): Wave[] {
  const { at, deadline } = mailing;
  return [
    { at: minutesFrom(at, 20), manners: ['at once', 'asks for help'], name: 'at once' },
    { at: minutesFrom(at, 300), manners: ['same day'], name: 'later that day' },
    { at: minutesFrom(deadline ?? at, 240), manners: ['late'], name: 'late' },
  ].map((wave) => ({ ...wave, manners: wave.manners as Manner[], mailing }));
}

/** Lets a wave open its pages, think, and answer. */
export async function playWave(stage: Stage, { at, mailing, manners, name }: Wave): Promise<void> {
  const { hub, world, country, chance, report } = stage;
  const people = country.contacts.filter(({ manner }) => manners.includes(manner));
  const always = mailing.asks !== 'answer';
  const visits = people
    .filter(() => always || chance.happens(mailing.answering))
    .flatMap((contact) => visitOf(stage, contact, mailing));
  await advance(hub, at);
  const opened = await world.open(visits);
  await advance(hub, minutesFrom(await hub.now(), thinking));
  const { answered, problems } = await world.answer();
  const inChat = manners.includes('at once') ? await world.press('acting') : 0;
  const wrong = [...opened.problems, ...problems];
  const trouble = wrong.length > 0 ? `, ${wrong.length} could not: ${wrong[0]}` : '';
  const pressed = inChat > 0 ? `, ${inChat} of them in Telegram` : '';
  report(`${mailing.name}  ${answered + inChat} answered ${name}${pressed}${trouble}`);
}

/** Lets the scanners before some mailboxes press whatever they find, the moment that the mail arrives. */
export async function playScanners(stage: Stage, mailing: Mailing): Promise<void> {
  const scanned = stage.country.contacts.filter((contact) => contact.scanned);
  const visits = scanned.flatMap((contact) => visitOf(stage, contact, mailing));
  const outcome = await stage.world.open(visits.map((visit) => ({ ...visit, machine: true })));
  if (outcome.opened > 0)
    stage.report(`${mailing.name}  ${outcome.opened} links pressed by mail scanners`);
}

function visitOf(stage: Stage, contact: InventedContact, mailing: Mailing): Visit[] {
  const address = mailboxOf(contact);
  const reply = replyOf(stage, contact, mailing.asks);
  const { since, until } = mailing;
  return address && reply ? [{ address, since, until, ...reply }] : [];
}
