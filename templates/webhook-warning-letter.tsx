import type { Language } from '../src/advisory/language.ts';
import type { Letter } from '../src/channel/channel.ts';
import { plainLetterOf } from './letter/letter.ts';
import type { Part } from './letter/part.ts';
import type { Author } from './letter/reader.ts';

const words = {
  nl: {
    subject: (name: string) => `Uw webhook neemt al een dag niets aan van ${name}`,
    title: 'Uw webhook neemt niets meer aan',
    told: (name: string) =>
      `Uw systeem neemt sinds een dag of langer niets meer aan van wat ${name} het stuurt. Wij proberen het nog en zetten de webhook daarna uit. Adviezen die per e-mail naar u gaan, blijven komen.`,
    host: 'Systeem',
    since: 'Sinds',
    next: 'Zet het systeem weer aan en haal daarna op wat u miste: zie in onze API de webhook, de laatste pogingen en “recoveries”.',
    foot: 'U krijgt dit bericht omdat deze webhook bij uw contactgegevens hoort.',
  },
  en: {
    subject: (name: string) => `Your webhook has taken nothing from ${name} for a day`,
    title: 'Your webhook takes nothing any more',
    told: (name: string) =>
      `For a day or longer your machine has taken nothing of what ${name} sends it. We go on trying, and disable the webhook after that. Advisories that reach you by e-mail go on coming.`,
    host: 'Machine',
    since: 'Since',
    next: 'Bring the machine back and fetch what you missed: see the webhook, its last attempts and “recoveries” in our API.',
    foot: 'You get this message because the webhook stands beside your contact details.',
  },
};

type Warning = {
  language: Language;
  /** The host alone: the rest of the address may hold a secret. */
  host: string;
  since: Date;
  hub: Author;
};

/** Tells a contact that the machine beside it is dead. */
export function webhookWarningLetter({ language, host, since, hub }: Warning): Letter {
  const w = words[language];
  const at = `${since.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const parts: Part[] = [
    { kind: 'prose', text: w.told(hub.name) },
    {
      kind: 'facts',
      facts: [
        [w.host, host],
        [w.since, at],
      ],
    },
    { kind: 'prose', text: w.next },
  ];
  const message = {
    language,
    subject: w.subject(hub.name),
    tlp: null,
    title: w.title,
    parts,
    foot: [{ kind: 'prose', text: w.foot } satisfies Part],
  };
  return plainLetterOf(message);
}
