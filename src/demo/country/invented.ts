import type { Language } from '../../advisory/language.ts';
import type { Kind } from '../../audience/kind.ts';
import type { Manner } from './manner.ts';
import type { Temper } from './temper.ts';

/** An organisation of the demo's country; others name it by its name. */
export type InventedOrganisation = {
  name: string;
  kind: Kind;
  sector?: string;
  parent?: string;
  regulator?: string;
  language?: Language;
  uses: InventedUse[];
};

/** What an organisation said that it runs. */
export type InventedUse = { vendor: string; product: string; cpe?: string; version?: string };

/** A person or mailbox that speaks for organisations. Nobody has a person's name: a role and a place will do. */
export type InventedContact = {
  name: string;
  functional: boolean;
  language: Language;
  organisations: { name: string; role: string; phoneOrder: number }[];
  addresses: InventedAddress[];
  manner: Manner;
  /** A mail gateway before it opens every link and presses every button. */
  scanned: boolean;
};

export type InventedAddress = {
  channel: 'email' | 'phone';
  target: string;
  preference: number;
  verified: boolean;
  /** Out of use since before the month, with the reason. */
  disabled?: string;
  /** How its mail server takes mail; undefined is at once and always. */
  temper?: Temper;
};

export type InventedSubscriber = { target: string; language: Language; urgentOnly: boolean };

export type Country = {
  organisations: InventedOrganisation[];
  contacts: InventedContact[];
  subscribers: InventedSubscriber[];
};
