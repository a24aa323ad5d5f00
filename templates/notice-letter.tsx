import type { Language } from '../src/advisory/language.ts';
import type { NoticeKind } from '../src/advisory/notice.ts';
import type { Tlp } from '../src/advisory/tlp.ts';
import type { Letter } from '../src/channel/channel.ts';
import { noticeEvent } from './letter/event.ts';
import { footParts } from './letter/foot.ts';
import { letterOf } from './letter/letter.ts';
import type { Part } from './letter/part.ts';
import { pointerLetter } from './letter/pointer.ts';
import type { Author, Reader, Told } from './letter/reader.ts';
import { requestParts } from './letter/request.ts';
import { sharing } from './letter/tlp.ts';
import { noticePath } from './site/address.ts';
import { noticeWords } from './site/notices.tsx';

type NoticeText = { title: string; body: string };

/** What a notice letter is about, and for whom. */
export type NoticeOccasion = Reader & {
  notice: {
    id: number;
    kind: NoticeKind;
    tlp: Tlp;
    content: Record<Language, NoticeText>;
    /** Of the advisory that it is about, if any. */
    trackingId: string | null;
    /** The public can read it on the website. */
    isPublic: boolean;
  };
  dispatch: Told;
  hub: Author;
};

const words = {
  nl: {
    about: 'Gaat over advies',
    page: 'Lees dit bericht op onze website',
  },
  en: {
    about: 'About advisory',
    page: 'Read this notice on our website',
  },
};

/** News, a press release or frequently asked questions, as they are mailed; or a pointer to them. */
export function noticeLetter(occasion: NoticeOccasion): Letter {
  const { notice, dispatch, hub, language, form, owner } = occasion;
  const reader: Reader = { form, owner, language };
  if (form === 'pointer') return pointerLetter(dispatch, hub, reader);
  const { tlp, trackingId, kind } = notice;
  const { title } = notice.content[language];
  const named = `${noticeWords[language].kinds[kind]}: ${title}`;
  const message = {
    language,
    subject: [`[TLP:${tlp}]`, trackingId, named].filter((part) => part !== null).join(' '),
    tlp,
    title: named,
    parts: partsOf(occasion),
    foot: footParts(hub, reader, pagesOf(occasion)),
  };
  return letterOf(message, {
    urgent: false,
    owner,
    event: noticeEvent(occasion),
    page: pagesOf(occasion)[0] ?? null,
    thread: 'answer',
    choices: [],
  });
}

function partsOf({ notice, dispatch, language, owner }: NoticeOccasion): Part[] {
  const { coveringNote } = dispatch;
  const facts: [string, string][] = [[`TLP:${notice.tlp}`, sharing[language][notice.tlp]]];
  if (notice.trackingId) facts.unshift([words[language].about, notice.trackingId]);
  const note: Part[] = coveringNote
    ? [{ kind: 'box', loud: false, parts: [{ kind: 'prose', text: coveringNote[language] }] }]
    : [];
  // News asks nothing of anybody, unless the dispatch does.
  const request: Part[] =
    owner === 'contact' && dispatch.requestKind
      ? [{ kind: 'box', loud: false, parts: requestParts(dispatch, language) }]
      : [];
  return [
    ...note,
    { kind: 'facts', facts },
    ...request,
    { kind: 'prose', text: notice.content[language].body },
  ];
}

function pagesOf({ notice, hub, language }: NoticeOccasion) {
  if (!notice.isPublic) return [];
  return [{ title: words[language].page, url: hub.url + noticePath(notice, language) }];
}
