import type { Language } from '../../../src/advisory/language.ts';
import type { Notice } from '../../../src/advisory/notice.ts';
import type { Version } from '../../../src/advisory/version.ts';
import { noticeKindWords } from '../advisory/show-words.ts';
import { Heading } from '../release/heading.tsx';

/** What can be sent by hand. */
export type Sendable = { version: Version } | { notice: Notice };

/** Where it is sent from. */
export const sendPath = (about: Sendable) =>
  'version' in about
    ? `/console/versions/${about.version.id}/send`
    : `/console/notices/${about.notice.id}/send`;

type Props = { title: string; about: Sendable; language: Language };

/** What the page sends. */
export function SendHeading({ title, about, language }: Props) {
  if ('version' in about)
    return <Heading title={title} version={about.version} language={language} />;
  const { id, kind, tlp, content } = about.notice;
  return (
    <>
      <h1>{title}</h1>
      <p>
        <a href={`/console/notices/${id}`}>
          {noticeKindWords[language][kind]} {id}
        </a>{' '}
        <span class="tag">TLP:{tlp}</span>
      </p>
      <p class="subject">{content[language].title}</p>
    </>
  );
}
