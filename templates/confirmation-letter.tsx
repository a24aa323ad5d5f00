import type { Language } from '../src/advisory/language.ts';
import type { Letter } from '../src/channel/channel.ts';
import { plainLetterOf } from './letter/letter.ts';
import type { Part } from './letter/part.ts';
import type { Author } from './letter/reader.ts';
import { choiceWords } from './subscription/words.ts';

const words = {
  nl: {
    subject: (name: string) => `Bevestig uw aanmelding voor de adviezen van ${name}`,
    title: 'Bevestig uw aanmelding',
    asked: (name: string) =>
      `Iemand, waarschijnlijk uzelf, heeft dit e-mailadres opgegeven om beveiligingsadviezen van ${name} te krijgen.`,
    chosen: 'U krijgt dan',
    button: 'Bevestig uw aanmelding',
    note: 'De link werkt drie dagen. Pas als u bevestigt, krijgt u onze adviezen.',
    not: 'Hebt u dit niet gevraagd? Dan hoeft u niets te doen: zonder bevestiging sturen wij u geen adviezen.',
  },
  en: {
    subject: (name: string) => `Confirm your subscription to the advisories of ${name}`,
    title: 'Confirm your subscription',
    asked: (name: string) =>
      `Somebody, probably you, entered this e-mail address to receive security advisories from ${name}.`,
    chosen: 'You will then receive',
    button: 'Confirm your subscription',
    note: 'The link works for three days. You receive our advisories only once you confirm.',
    not: 'Was it not you? Then there is nothing to do: without confirmation we send you no advisories.',
  },
};

type Confirming = { language: Language; urgentOnly: boolean; link: string; hub: Author };

/** Asks whoever reads a mailbox whether it wants our advisories. It is the same letter whether or not it has them yet. */
export function confirmationLetter({ language, urgentOnly, link, hub }: Confirming): Letter {
  const w = words[language];
  const chosen = choiceWords[language];
  const parts: Part[] = [
    { kind: 'prose', text: w.asked(hub.name) },
    { kind: 'facts', facts: [[w.chosen, urgentOnly ? chosen.urgent : chosen.all]] },
    { kind: 'action', link: { title: w.button, url: link }, note: w.note },
  ];
  const foot: Part[] = [{ kind: 'prose', text: w.not }];
  const message = {
    language,
    subject: w.subject(hub.name),
    tlp: null,
    title: w.title,
    parts,
    foot,
  };
  // Not mail to a subscriber yet: there is nothing to unsubscribe from.
  return plainLetterOf(message);
}
