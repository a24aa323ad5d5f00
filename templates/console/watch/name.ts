import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import { reasonWords, words } from './words.ts';

type Named = Pick<ListedDispatch, 'trackingId' | 'ordinal' | 'reason' | 'title'>;

/** What people call a dispatch: `NCSC-2019-0979 [1.03], publication`. */
export function dispatchName(dispatch: Named, language: Language): string {
  const { trackingId, ordinal, reason, title } = dispatch;
  const what = ordinal === null ? title[language] : `${trackingId} [${formatOrdinal(ordinal)}]`;
  return `${what}, ${reasonWords[language][reason]}`;
}

/** Whom it is for. */
export function audienceName(
  { audience, source }: Pick<ListedDispatch, 'audience' | 'source'>,
  language: Language,
): string {
  const w = words[language];
  return audience ?? (source === 'followers' ? w.followers : w.recipients);
}
