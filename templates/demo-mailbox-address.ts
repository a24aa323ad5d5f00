import type { Language } from '../src/advisory/language.ts';

/** Whose mail: contacts are asked for an answer, subscribers are not. */
export const readers = ['contacts', 'subscribers', 'everyone'] as const;
export type Readers = (typeof readers)[number];

type Place = {
  language?: Language;
  /** A message; without one the list is meant. */
  number?: number;
  /** A part of a message: its HTML by itself, or its source. */
  part?: 'html' | 'source';
  search?: string;
  /** Whose mail is listed, where nothing is searched for. */
  to?: Readers | undefined;
  page?: number;
};

/** The address of a page of the demo's mailbox. */
export function mailboxAddress({ language, number, part, search, to, page = 1 }: Place): string {
  const path = ['/mailbox', number, part].filter((step) => step !== undefined).join('/');
  const query = new URLSearchParams();
  if (language) query.set('language', language);
  if (search) query.set('search', search);
  else if (to && to !== 'contacts') query.set('to', to);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
