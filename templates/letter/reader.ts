import type { Language } from '../../src/advisory/language.ts';
import type { Bilingual } from '../../src/advisory/text.ts';
import type { Reason, RequestKind } from '../../src/fanout/reason.ts';

/** For whom a letter is written. */
export type Reader = {
  form: 'full' | 'pointer';
  owner: 'contact' | 'public';
  language: Language;
};

/** Who writes: the CSIRT's name and the hub's address, without a slash at its end. */
export type Author = { name: string; url: string };

/** As much of a dispatch as a reader is told. */
export type Told = {
  reason: Reason;
  coveringNote: Bilingual | null;
  requestKind: RequestKind | null;
  requestedBy: string | null;
  conditions: Bilingual[];
  deadlineAt: Date | null;
};
