import type { Language } from '../../../src/advisory/language.ts';
import type { Consequences } from '../../../src/audience/consequences.ts';

/** What removing an organisation leads to, a sentence each. */
export function consequenceSentences(follows: Consequences, language: Language): string[] {
  const { advisories, contacts, idle, audiences, children, regulated } = follows;
  const named = audiences.join(', ');
  if (language === 'nl')
    return [
      'Zij valt buiten elke doelgroep en krijgt geen nieuwe versie meer.',
      advisories > 0 &&
        `Zij volgt ${advisories} adviezen. Hun volgende versie vermeldt haar als overgeslagen, met deze reden.`,
      contacts > 0 &&
        `${contacts} contactpersonen horen bij haar; ${idle} daarvan dienen daarna niemand meer.`,
      audiences.length > 0 && `Deze doelgroepen noemen haar met name: ${named}.`,
      children > 0 && `${children} organisaties zijn er onderdeel van en blijven.`,
      regulated > 0 && `Over ${regulated} organisaties houdt zij toezicht; die blijven.`,
      'Wat zij kreeg en antwoordde, blijft in het dossier. Terugzetten kan altijd.',
    ].filter((sentence) => sentence !== false);
  return [
    'It falls outside every audience and gets no new version.',
    advisories > 0 &&
      `It follows ${advisories} advisories. Their next version names it as skipped, with this reason.`,
    contacts > 0 && `${contacts} contacts belong to it; ${idle} of them then serve nobody.`,
    audiences.length > 0 && `These audiences list it by name: ${named}.`,
    children > 0 && `${children} organisations are part of it, and stay.`,
    regulated > 0 && `It supervises ${regulated} organisations, which stay.`,
    'What it got and answered stays on record. It can always be restored.',
  ].filter((sentence) => sentence !== false);
}
