import type { Language } from '../../../src/advisory/language.ts';

const nl = {
  preview: 'Wie krijgt dit',
  previewWithdrawal: 'Wie krijgt de intrekking',
  seen: 'Wat u hier ziet, is vastgelegd: uw goedkeuring steunt erop.',
  addresses: (n: number, organisations: number) =>
    `${n} ${n === 1 ? 'adres' : 'adressen'}, ${organisations} ${organisations === 1 ? 'organisatie' : 'organisaties'}`,
  digest: 'Kenmerk van deze adressen',
  nobody: 'Niemand krijgt dit: er is geen regel in het beleid die deze versie noemt.',
  perLine: 'Per regel van het beleid',
  linesCaption: 'Adressen per doelgroep, kanaal en vorm',
  leftOutCaption: (n: number) => `Weggelaten: ${n}`,
  line: 'Doelgroep',
  organisations: 'Organisaties',
  messages: 'Berichten',
  leftOutCount: 'Weggelaten',
  none: 'geen',
  form: { full: 'volledig', pointer: 'alleen een verwijzing' },
  followers: 'Wie de vorige versie kreeg en in geen doelgroep valt',
  correction: 'Wie het origineel kreeg',
  withdrawal: 'Wie deze versie kreeg',
  unreachable: (n: number) =>
    n === 1
      ? '1 organisatie is met geen enkel bericht te bereiken'
      : `${n} organisaties zijn met geen enkel bericht te bereiken`,
  unreachableWhat: 'Zoek nu een werkend adres, of bel na publicatie.',
  leftOut: 'Wie wordt weggelaten, en waarom',
  contact: 'Contactpersoon',
  channel: 'Kanaal',
  reason: 'Reden',
  nobodyLeftOut: 'Er wordt niemand weggelaten.',
  more: (n: number) => `En nog ${n}.`,
  message: 'Het bericht zelf bekijken, of naar uzelf sturen',
  decide: 'Uw besluit',
  toAdvisory: 'Naar het advies',
};
const en: typeof nl = {
  preview: 'Who receives this',
  previewWithdrawal: 'Who receives the withdrawal',
  seen: 'What you see here is kept: your approval rests on it.',
  addresses: (n: number, organisations: number) =>
    `${n} ${n === 1 ? 'address' : 'addresses'}, ${organisations} ${organisations === 1 ? 'organisation' : 'organisations'}`,
  digest: 'Digest of these addresses',
  nobody: 'Nobody receives this: no line of the policy speaks of this version.',
  perLine: 'By line of the policy',
  linesCaption: 'Addresses by audience, channel and form',
  leftOutCaption: (n: number) => `Left out: ${n}`,
  line: 'Audience',
  organisations: 'Organisations',
  messages: 'Messages',
  leftOutCount: 'Left out',
  none: 'none',
  form: { full: 'in full', pointer: 'a pointer only' },
  followers: 'Who got the version before and is in no audience',
  correction: 'Who got the original',
  withdrawal: 'Who got this version',
  unreachable: (n: number) =>
    n === 1 ? 'No message can reach 1 organisation' : `No message can reach ${n} organisations`,
  unreachableWhat: 'Find an address that works now, or phone after publishing.',
  leftOut: 'Who is left out, and why',
  contact: 'Contact',
  channel: 'Channel',
  reason: 'Reason',
  nobodyLeftOut: 'Nobody is left out.',
  more: (n: number) => `And ${n} more.`,
  message: 'Look at the message itself, or send it to yourself',
  decide: 'Your decision',
  toAdvisory: 'To the advisory',
};
export const words: Record<Language, typeof nl> = { nl, en };

/** What a line of the coming fan-out is called; those that no audience stands behind have names of their own. */
export function lineName(name: string, language: Language): string {
  const own = words[language];
  if (name === 'followers' || name === 'correction' || name === 'withdrawal') return own[name];
  return name;
}
