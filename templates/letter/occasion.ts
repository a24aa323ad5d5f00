import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import type { Version } from '../../src/advisory/version.ts';
import type { Reason } from '../../src/fanout/reason.ts';

/** What a version is, seen from the reader: its own ordinal and the one before or the one it corrects. */
export type Standing = { version: Version; previous: Version | null };

type Words = {
  /** Stands before the title in the subject. */
  mark: Partial<Record<Reason, string>>;
  first: string;
  next: (ordinal: string, previous: string) => string;
  repeat: string;
  alert: string;
  request: string;
  correction: (ordinal: string) => string;
  earlier: string;
  withdrawal: string;
};

const words: Record<Language, Words> = {
  nl: {
    mark: {
      repeat: 'Herhaling: ',
      'targeted alert': 'Voor uw organisatie: ',
      request: 'Verzoek: ',
      correction: 'Correctie: ',
      withdrawal: 'Ingetrokken: ',
    },
    first: 'Dit is een nieuw beveiligingsadvies.',
    next: (ordinal, previous) =>
      `Dit is versie ${ordinal} van een beveiligingsadvies. Deze versie vervangt versie ${previous}.`,
    repeat:
      'U kreeg dit beveiligingsadvies al eerder. Wij sturen het opnieuw; de inhoud is niet veranderd.',
    alert:
      'Wij wijzen u op dit beveiligingsadvies omdat het uw organisatie in het bijzonder kan raken.',
    request: 'Bij dit beveiligingsadvies hebben wij een verzoek aan u.',
    correction: (ordinal) =>
      `In ${ordinal} stond een fout. Dit is de correctie: gebruik deze versie en niet meer de vorige. U krijgt dit bericht omdat u de foute versie hebt gekregen.`,
    earlier: 'een eerdere versie',
    withdrawal:
      'Wij hebben dit beveiligingsadvies ingetrokken. Handel er niet meer naar. U krijgt dit bericht omdat u het advies hebt gekregen.',
  },
  en: {
    mark: {
      repeat: 'Repeat: ',
      'targeted alert': 'For your organisation: ',
      request: 'Request: ',
      correction: 'Correction: ',
      withdrawal: 'Withdrawn: ',
    },
    first: 'This is a new security advisory.',
    next: (ordinal, previous) =>
      `This is version ${ordinal} of a security advisory. It replaces version ${previous}.`,
    repeat:
      'You received this security advisory before. We send it again; its content has not changed.',
    alert:
      'We point this security advisory out to you because it may affect your organisation in particular.',
    request: 'We have a request to you about this security advisory.',
    correction: (ordinal) =>
      `There was a mistake in ${ordinal}. This is the correction: use this version and no longer the one before. You receive this message because you received the mistaken one.`,
    earlier: 'an earlier version',
    withdrawal:
      'We have withdrawn this security advisory. Do not act on it any more. You receive this message because you received the advisory.',
  },
};

/** What stands before the title in the subject, so that a list of messages tells them apart. */
export function markOf(reason: Reason, language: Language): string {
  return words[language].mark[reason] ?? '';
}

/** The first sentence: what this message is, and why the reader gets it. */
export function opening(reason: Reason, standing: Standing, language: Language): string {
  const w = words[language];
  if (reason === 'repeat') return w.repeat;
  if (reason === 'targeted alert') return w.alert;
  if (reason === 'request') return w.request;
  if (reason === 'withdrawal') return w.withdrawal;
  const { version, previous } = standing;
  if (reason === 'correction') return w.correction(corrected(standing, language));
  if (!previous) return w.first;
  return w.next(formatOrdinal(version.ordinal), formatOrdinal(previous.ordinal));
}

function corrected({ version, previous }: Standing, language: Language): string {
  if (previous?.id !== version.correctsVersionId) return words[language].earlier;
  return `${language === 'nl' ? 'versie' : 'version'} ${formatOrdinal(previous?.ordinal ?? 0)}`;
}
