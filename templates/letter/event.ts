import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import { isUrgent } from '../../src/advisory/risk.ts';
import type { LetterEvent } from '../../src/channel/channel.ts';
import { eventTypeOf } from '../../src/fanout/reason.ts';
import type { AdvisoryOccasion } from '../advisory-letter.tsx';
import type { NoticeOccasion } from '../notice-letter.tsx';
import { noticePath, versionPath } from '../site/address.ts';
import type { Told } from './reader.ts';

/** The letter of a version as an event. */
export function advisoryEvent(occasion: AdvisoryOccasion): LetterEvent {
  const { version, dispatch, language, statement, hub } = occasion;
  const { trackingId, tlp, likelihood, impact, change, publishedAt, withdrawnAt } = version;
  const ordinal = formatOrdinal(version.ordinal);
  const isCorrection = version.correctsVersionId !== null;
  return {
    type: eventTypeOf(dispatch.reason),
    subject: `${trackingId}/${ordinal}`,
    at: withdrawnAt ?? publishedAt,
    versionId: version.id,
    data: {
      trackingId,
      version: ordinal,
      title: version.content.texts[language].title,
      language,
      tlp,
      risk: { likelihood, impact, urgent: isUrgent(version) },
      reason: dispatch.reason,
      change: isCorrection ? 'correction' : change,
      publishedAt,
      ...(withdrawnAt ? { withdrawnAt, statement: statement?.[language] ?? null } : {}),
      ...toldOf(dispatch, occasion),
      ...(tlp === 'CLEAR' ? { url: hub.url + versionPath(version, language) } : {}),
    },
  };
}

/** The letter of a notice as an event. */
export function noticeEvent(occasion: NoticeOccasion): LetterEvent {
  const { notice, dispatch, language, hub } = occasion;
  const { trackingId, tlp, kind } = notice;
  return {
    type: 'notice',
    subject: trackingId,
    at: null,
    versionId: null,
    data: {
      trackingId,
      kind,
      title: notice.content[language].title,
      language,
      tlp,
      ...toldOf(dispatch, occasion),
      ...(notice.isPublic ? { url: hub.url + noticePath(notice, language) } : {}),
    },
  };
}

/** That something waits, and until when an answer is wanted: no more than the letter says. */
export function pointerEvent({ deadlineAt }: Told): LetterEvent {
  const data = deadlineAt ? { deadlineAt } : {};
  return { type: 'pointer', subject: null, at: null, versionId: null, data };
}

/** What is said to this audience alone, and asked of it. */
function toldOf(dispatch: Told, { language, owner }: Pick<AdvisoryOccasion, 'language' | 'owner'>) {
  const { coveringNote, requestKind, requestedBy, conditions, deadlineAt } = dispatch;
  const note = coveringNote ? { coveringNote: coveringNote[language] } : {};
  if (owner === 'public' || !requestKind) return note;
  const argued = conditions.map((condition) => condition[language]);
  return { ...note, request: { kind: requestKind, requestedBy, deadlineAt, conditions: argued } };
}
