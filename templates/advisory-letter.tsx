import { difference } from '../src/advisory/difference.ts';
import type { Language } from '../src/advisory/language.ts';
import { formatOrdinal } from '../src/advisory/ordinal.ts';
import { formatRisk, isUrgent } from '../src/advisory/risk.ts';
import type { Bilingual } from '../src/advisory/text.ts';
import type { Version } from '../src/advisory/version.ts';
import type { Letter } from '../src/channel/channel.ts';
import { choicesFor } from './letter/choice.ts';
import { contentParts } from './letter/content.ts';
import { advisoryEvent } from './letter/event.ts';
import { footParts } from './letter/foot.ts';
import { letterOf } from './letter/letter.ts';
import { markOf, opening } from './letter/occasion.ts';
import type { Link, Part } from './letter/part.ts';
import { pointerLetter } from './letter/pointer.ts';
import type { Author, Reader, Told } from './letter/reader.ts';
import { requestParts } from './letter/request.ts';
import { sharing } from './letter/tlp.ts';
import { formatMoment } from './moment.tsx';
import { versionPath } from './site/address.ts';
import { summarise } from './site/summary.ts';
import { riskInWords } from './site/tags.tsx';
import { words as site } from './site/words.ts';

/** What an advisory letter is about, and for whom. */
export type AdvisoryOccasion = Reader & {
  version: Version;
  previous: Version | null;
  dispatch: Told;
  /** Why it was withdrawn, where it was. */
  statement?: Bilingual | null;
  hub: Author;
};

const words = {
  nl: {
    advisory: 'Advies',
    version: 'versie',
    published: 'Gepubliceerd',
    withdrawn: 'Ingetrokken',
    changes: (ordinal: string) => `Wat er is veranderd sinds versie ${ordinal}`,
    urgent: 'Urgent: de kans op misbruik en de schade zijn allebei hoog.',
    why: 'Waarom het is ingetrokken',
    page: 'Lees dit advies op onze website',
  },
  en: {
    advisory: 'Advisory',
    version: 'version',
    published: 'Published',
    withdrawn: 'Withdrawn',
    changes: (ordinal: string) => `What changed since version ${ordinal}`,
    urgent: 'Urgent: the likelihood of exploitation and the impact are both high.',
    why: 'Why it was withdrawn',
    page: 'Read this advisory on our website',
  },
};

/** A version of an advisory, as it is mailed: in full, or as a pointer that gives nothing away. */
export function advisoryLetter(occasion: AdvisoryOccasion): Letter {
  const { version, dispatch, hub, language, form, owner } = occasion;
  const reader: Reader = { form, owner, language };
  if (form === 'pointer') return pointerLetter(dispatch, hub, reader);
  const title = markOf(dispatch.reason, language) + version.content.texts[language].title;
  const { trackingId, tlp } = version;
  const ordinal = formatOrdinal(version.ordinal);
  const message = {
    language,
    subject: `[TLP:${tlp}] ${trackingId} [${ordinal}] [${formatRisk(version)}] ${title}`,
    tlp,
    title,
    parts: partsOf(occasion),
    foot: footParts(hub, reader, pagesOf(occasion)),
  };
  return letterOf(message, {
    urgent: isUrgent(version),
    owner,
    event: advisoryEvent(occasion),
    page: pagesOf(occasion)[0] ?? null,
    thread: dispatch.reason === 'withdrawal' ? 'replace' : 'answer',
    choices: choicesFor(reader),
  });
}

function partsOf(occasion: AdvisoryOccasion): Part[] {
  const { version, dispatch, language, owner, statement } = occasion;
  const head: Part[] = [
    { kind: 'prose', text: opening(dispatch.reason, occasion, language) },
    ...noteParts(occasion),
    { kind: 'facts', facts: factsOf(version, language) },
  ];
  const request: Part[] =
    owner === 'contact'
      ? [{ kind: 'box', loud: false, parts: requestParts(dispatch, language) }]
      : [];
  if (dispatch.reason !== 'withdrawal')
    return [
      ...head,
      ...request,
      ...changeParts(occasion),
      ...contentParts(version.content, language),
    ];
  return [...head, ...statementParts(statement, language), ...request];
}

/** What cannot wait: that it is urgent, and what is said to this audience alone. */
function noteParts({ version, dispatch, language }: AdvisoryOccasion): Part[] {
  const loud = isUrgent(version) && dispatch.reason !== 'withdrawal';
  const lines = [loud ? words[language].urgent : '', dispatch.coveringNote?.[language] ?? ''];
  const parts = lines
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'prose', text }) as const);
  return parts.length > 0 ? [{ kind: 'box', loud, parts }] : [];
}

function statementParts(statement: Bilingual | null | undefined, language: Language): Part[] {
  if (!statement) return [];
  return [
    { kind: 'heading', text: words[language].why },
    { kind: 'prose', text: statement[language] },
  ];
}

function factsOf(version: Version, language: Language): [string, string][] {
  const w = words[language];
  const { urgent, normal, risk } = site[language];
  const level = isUrgent(version) ? urgent : normal;
  const { trackingId, ordinal, tlp, publishedAt, withdrawnAt } = version;
  const facts: [string, string][] = [
    [w.advisory, `${trackingId}, ${w.version} ${formatOrdinal(ordinal)}`],
  ];
  // What was withdrawn is no risk to act on.
  if (!withdrawnAt) facts.push([risk, `${level} (${riskInWords(version, language)})`]);
  facts.push([`TLP:${tlp}`, sharing[language][tlp]]);
  if (publishedAt) facts.push([w.published, formatMoment(publishedAt, language)]);
  if (withdrawnAt) facts.push([w.withdrawn, formatMoment(withdrawnAt, language)]);
  return facts;
}

/** In one line; the website shows the differences word by word. */
function changeParts({ version, previous, dispatch, language }: AdvisoryOccasion): Part[] {
  const fresh = dispatch.reason === 'publication' || dispatch.reason === 'correction';
  if (!previous || !fresh) return [];
  const summary = summarise(difference(previous, version), language);
  const text = `${site[language].changes[version.change]}: ${summary}.`;
  return [
    { kind: 'heading', text: words[language].changes(formatOrdinal(previous.ordinal)) },
    { kind: 'prose', text },
  ];
}

/** The website has what is CLEAR, and nothing else. */
function pagesOf({ version, hub, language }: AdvisoryOccasion): Link[] {
  if (version.tlp !== 'CLEAR') return [];
  return [{ title: words[language].page, url: hub.url + versionPath(version, language) }];
}
