import type { Language } from '../src/advisory/language.ts';
import { ElsewhereLinks, elsewhereAddress } from './demo-elsewhere.tsx';
import { Layout } from './layout.tsx';

const words = {
  nl: {
    title: 'Telegram in de demo',
    about:
      'Wat in de openbare kanalen van de CSIRT staat, en in de chats van enkele contactpersonen, zoals hun lezers het zien. Niets ervan verliet deze computer: een plaatsvervanger van Telegram nam het aan.',
    chats: 'Chats',
    none: 'In deze chat staat nog niets.',
    number: (id: number) => `Bericht ${id}`,
    answers: (id: number) => `In antwoord op bericht ${id}`,
    edited: 'bewerkt',
    choices: 'Knoppen onder het bericht',
  },
  en: {
    title: 'Telegram in the demo',
    about:
      'What stands in the public channels of the CSIRT, and in the chats of some contacts, as their readers see it. None of it left this computer: a stand-in for Telegram took it.',
    chats: 'Chats',
    none: 'Nothing stands in this chat yet.',
    number: (id: number) => `Message ${id}`,
    answers: (id: number) => `In answer to message ${id}`,
    edited: 'edited',
    choices: 'Buttons under the message',
  },
};

type Chat = { chat: string; name: string; organisations: string[] };

/** A message of a chat, its text cut where it is set apart. */
export type TelegramPost = {
  id: number;
  runs: { text: string; strong: boolean; url: string | null }[];
  buttons: { text: string; url?: string }[][];
  answers: number | null;
  edited: boolean;
};

export type TelegramProps = {
  language: Language;
  chats: Chat[];
  /** The one that is shown; null where there is none at all. */
  chat: Chat | null;
  /** Its messages, the newest first. */
  posts: TelegramPost[];
};

/** What one chat of Telegram holds. */
export function TelegramPage({ language, chats, chat, posts }: TelegramProps) {
  const w = words[language];
  const address = (to: Language) =>
    elsewhereAddress('telegram', { language: to, chat: chat?.chat });
  return (
    <Layout
      language={language}
      title={w.title}
      personal
      paths={{ nl: address('nl'), en: address('en') }}
    >
      <h1>{w.title}</h1>
      <p>{w.about}</p>
      <ElsewhereLinks language={language} here="telegram" />
      <nav aria-label={w.chats}>
        <ul>
          {chats.map((each) => (
            <li>
              {each === chat ? (
                <strong aria-current="page">{nameOf(each)}</strong>
              ) : (
                <a href={elsewhereAddress('telegram', { language, chat: each.chat })}>
                  {nameOf(each)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {posts.length === 0 && <p role="status">{w.none}</p>}
      <ol class="entries" reversed>
        {posts.map((post) => (
          <Post language={language} post={post} />
        ))}
      </ol>
    </Layout>
  );
}

function Post({ language, post }: { language: Language; post: TelegramPost }) {
  const w = words[language];
  const { id, runs, buttons, answers, edited } = post;
  const about = [answers !== null && w.answers(answers), edited && w.edited].filter(Boolean);
  return (
    <li>
      <h2 id={`m${id}`}>{w.number(id)}</h2>
      {about.length > 0 && <p class="quiet">{about.join(' · ')}</p>}
      <p class="text">
        {runs.map(({ text, strong, url }) => {
          const inside = strong ? <strong>{text}</strong> : text;
          return url ? <a href={url}>{inside}</a> : inside;
        })}
      </p>
      {buttons.length > 0 && (
        <ul aria-label={w.choices}>
          {buttons.flat().map(({ text, url }) => (
            <li>{url ? <a href={url}>{text}</a> : text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const nameOf = ({ chat, name, organisations }: Chat) =>
  [`${name} (${chat})`, ...organisations.slice(0, 1)].join(' · ');
