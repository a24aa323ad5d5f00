import type { Language } from '../src/advisory/language.ts';
import { mailboxAddress } from './demo-mailbox-address.ts';
import { Layout } from './layout.tsx';

const words = {
  nl: {
    back: 'Terug naar het postvak',
    headers: 'Kop',
    seen: 'Zoals de ontvanger het ziet',
    frame: 'Het bericht in HTML',
    links: 'Links in dit bericht',
    text: 'De tekstversie',
    source: 'Het hele bericht, zoals het aankwam',
    noHtml: 'Dit bericht heeft geen HTML.',
    subscriber: 'een abonnee',
    read: 'Dit bericht is van',
  },
  en: {
    back: 'Back to the mailbox',
    headers: 'Headers',
    seen: 'As its recipient sees it',
    frame: 'The message in HTML',
    links: 'Links in this message',
    text: 'The text version',
    source: 'The whole message, as it arrived',
    noHtml: 'This message has no HTML.',
    subscriber: 'a subscriber',
    read: 'This message belongs to',
  },
};

export type MessageProps = {
  language: Language;
  number: number;
  subject: string;
  to: string;
  name: string | null;
  organisations: string[];
  headers: { name: string; value: string }[];
  hasHtml: boolean;
  text: string;
  links: string[];
};

/** One captured message: whose it is, its headers, its HTML, its text and its links. */
export function MessagePage(props: MessageProps) {
  const { language, number, subject, hasHtml, text, links } = props;
  const w = words[language];
  const address = (to: Language) => mailboxAddress({ language: to, number });
  return (
    <Layout
      language={language}
      title={subject}
      personal
      paths={{ nl: address('nl'), en: address('en') }}
    >
      <p>
        <a href={mailboxAddress({ language })}>{w.back}</a>
      </p>
      <h1>{subject}</h1>
      <p>{ownerOf(props)}</p>
      <h2>{w.seen}</h2>
      {hasHtml ? (
        <iframe
          title={w.frame}
          width="100%"
          height="640"
          src={mailboxAddress({ number, part: 'html' })}
          sandbox="allow-top-navigation-by-user-activation"
        />
      ) : (
        <p>{w.noHtml}</p>
      )}
      <h2>{w.links}</h2>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link}>{link}</a>
          </li>
        ))}
      </ul>
      <h2>{w.text}</h2>
      <pre>{text}</pre>
      <h2>{w.headers}</h2>
      <Headers headers={props.headers} />
      <p>
        <a href={mailboxAddress({ number, part: 'source' })}>{w.source}</a>
      </p>
    </Layout>
  );
}

function ownerOf({ language, name, to, organisations }: MessageProps): string {
  const w = words[language];
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(organisations);
  return `${w.read} ${name ?? w.subscriber} <${to}>${list && ` (${list})`}.`;
}

function Headers({ headers }: Pick<MessageProps, 'headers'>) {
  return (
    <dl class="facts">
      {headers.map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
