import type { Language } from '../../../src/advisory/language.ts';
import type { AddressChannel } from '../../../src/audience/address.ts';
import type { AddressState } from '../../../src/audience/list-addresses.ts';

export const channelWords: Record<Language, Record<AddressChannel, string>> = {
  nl: { email: 'E-mail', phone: 'Telefoon', webhook: 'Webhook', telegram: 'Telegram' },
  en: { email: 'E-mail', phone: 'Phone', webhook: 'Webhook', telegram: 'Telegram' },
};

export const addressStateWords: Record<Language, Record<AddressState, string>> = {
  nl: { disabled: 'werkt niet', unverified: 'niet geverifieerd', working: 'werkt' },
  en: { disabled: 'does not work', unverified: 'not verified', working: 'works' },
};
