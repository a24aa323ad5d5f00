import type { Language } from '../src/advisory/language.ts';
import { ElsewhereLinks } from './demo-elsewhere.tsx';
import { mailboxAddress, type Readers, readers } from './demo-mailbox-address.ts';
import { Layout } from './layout.tsx';

const words = {
  nl: {
    title: 'Postvak van de demo',
    about:
      'Alle post die de demo verstuurde, aan iedereen. Niets ervan verliet deze computer, en op de ministeries en het Digital Trust Center na is iedere organisatie verzonnen. Open een bericht zoals de ontvanger het zag, en antwoord erop.',
    search: 'Zoek op ontvanger of organisatie',
    go: 'Zoeken',
    lists: 'Wiens post',
    contacts: 'Post aan organisaties',
    subscribers: 'Post aan abonnees',
    everyone: 'Alle post',
    found: (count: number) =>
      count === 1 ? '1 bericht' : `${count.toLocaleString('nl')} berichten`,
    none: 'Geen bericht past hierbij. Zoek op een deel van een naam of adres, bijvoorbeeld “drinkwater”.',
    to: 'Aan',
    subscriber: 'abonnee',
    pages: 'Bladeren',
    newer: 'Nieuwere',
    older: 'Oudere',
    page: (page: number, pages: number) => `Pagina ${page} van ${pages}`,
  },
  en: {
    title: 'Mailbox of the demo',
    about:
      'All mail that the demo sent, to everybody. None of it left this computer, and apart from the ministries and the Digital Trust Center every organisation is invented. Open a message as its recipient saw it, and answer it.',
    search: 'Search by recipient or organisation',
    go: 'Search',
    lists: 'Whose mail',
    contacts: 'Mail to organisations',
    subscribers: 'Mail to subscribers',
    everyone: 'All mail',
    found: (count: number) =>
      count === 1 ? '1 message' : `${count.toLocaleString('en')} messages`,
    none: 'No message fits. Search for a part of a name or address, for example “drinkwater”.',
    to: 'To',
    subscriber: 'subscriber',
    pages: 'Pages',
    newer: 'Newer',
    older: 'Older',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
};

/** A message of the list, with whose it is as far as the hub knows. */
export type MailboxLine = {
  number: number;
  subject: string;
  /** As the message says, already in words. */
  date: string;
  to: string;
  name: string | null;
  organisations: string[];
};

export type MailboxProps = {
  language: Language;
  search: string;
  to: Readers;
  page: number;
  pages: number;
  count: number;
  lines: MailboxLine[];
};

/** The list of captured mail, the newest first. */
export function MailboxPage(props: MailboxProps) {
  const { language, search, to, page, pages, count, lines } = props;
  const w = words[language];
  const address = (other: Language) => mailboxAddress({ language: other, search, to, page });
  return (
    <Layout
      language={language}
      title={w.title}
      personal
      paths={{ nl: address('nl'), en: address('en') }}
    >
      <h1>{w.title}</h1>
      <p>{w.about}</p>
      <ElsewhereLinks language={language} here="mail" />
      <search>
        <form action="/mailbox" method="get">
          <input type="hidden" name="language" value={language} />
          <label for="search">{w.search}</label>
          <input type="search" id="search" name="search" value={search} maxlength={100} />
          <p>
            <button type="submit">{w.go}</button>
          </p>
        </form>
      </search>
      <Lists {...props} />
      <p role="status">{count === 0 ? w.none : w.found(count)}</p>
      <ol class="entries" reversed>
        {lines.map((line) => (
          <Line language={language} line={line} />
        ))}
      </ol>
      {pages > 1 && <Pages {...props} />}
    </Layout>
  );
}

function Line({ language, line }: { language: Language; line: MailboxLine }) {
  const w = words[language];
  return (
    <li>
      <h2>
        <a href={mailboxAddress({ language, number: line.number })}>{line.subject}</a>
      </h2>
      <p>
        {w.to} {line.name ?? w.subscriber} &lt;{line.to}&gt;
      </p>
      <p class="quiet">
        {[line.date, ...line.organisations.slice(0, 3)].join(' · ')}
        {line.organisations.length > 3 && ` (+${line.organisations.length - 3})`}
      </p>
    </li>
  );
}

function Lists({ language, search, to }: MailboxProps) {
  const w = words[language];
  return (
    <nav aria-label={w.lists}>
      <ul class="pages">
        {readers.map((each) => (
          <li>
            {!search && each === to ? (
              <strong aria-current="page">{w[each]}</strong>
            ) : (
              <a href={mailboxAddress({ language, to: each })}>{w[each]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages({ language, search, to, page, pages }: MailboxProps) {
  const w = words[language];
  const address = (page: number) => mailboxAddress({ language, search, to, page });
  return (
    <nav aria-label={w.pages}>
      <ul class="pages">
        {page > 1 && (
          <li>
            <a href={address(page - 1)} rel="prev">
              {w.newer}
            </a>
          </li>
        )}
        <li aria-current="page">{w.page(page, pages)}</li>
        {page < pages && (
          <li>
            <a href={address(page + 1)} rel="next">
              {w.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
