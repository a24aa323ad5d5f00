import type { Language } from '../../src/advisory/language.ts';

const nl = {
  saved: 'Opgeslagen.',
  created: 'Aangemaakt.',
  removed: 'Verwijderd.',
  sent: 'Verstuurd.',
  submitted: 'Aangeboden ter beoordeling.',
  'sent-back': 'Teruggestuurd naar de auteur.',
  approved: 'Goedgekeurd.',
  published: 'Gepubliceerd. De verspreiding begint.',
  withdrawn: 'De intrekking is aangevraagd; een ander keurt haar goed.',
  recorded: 'Vastgelegd.',
  imported: 'Ingelezen.',
  paused: 'Gepauzeerd.',
  resumed: 'Hervat.',
  cancelled: 'Afgebroken.',
  confirmed: 'Bevestigd.',
  invited: 'Uitgenodigd.',
  revoked: 'Ingetrokken.',
};
const en: typeof nl = {
  saved: 'Saved.',
  created: 'Created.',
  removed: 'Removed.',
  sent: 'Sent.',
  submitted: 'Submitted for review.',
  'sent-back': 'Sent back to its author.',
  approved: 'Approved.',
  published: 'Published. The fan-out begins.',
  withdrawn: 'The withdrawal was asked for; someone else approves it.',
  recorded: 'Recorded.',
  imported: 'Imported.',
  paused: 'Paused.',
  resumed: 'Resumed.',
  cancelled: 'Cancelled.',
  confirmed: 'Confirmed.',
  invited: 'Invited.',
  revoked: 'Revoked.',
};

/** What was just done, as `?done=` of the address after a form says it; only these words can be shown. */
export const doneWords: Record<Language, typeof nl> = { nl, en };
export type Done = keyof typeof nl;
export const isDone = (word: string): word is Done => Object.hasOwn(nl, word);
