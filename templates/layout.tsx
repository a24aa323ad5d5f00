import type { Child } from 'hono/jsx';
import type { Language } from '../src/advisory/language.ts';
import { Document } from './document.tsx';

const words = {
  nl: {
    tagline: 'beveiligingsadviezen',
    skip: 'Naar de inhoud',
    main: 'Hoofdmenu',
    advisories: 'Adviezen',
    notices: 'Berichten',
    feed: 'RSS-feed',
    subscribe: 'Per e-mail',
    about: 'Over deze site',
    accessibility: 'Toegankelijkheid',
    atom: 'Atom-feed',
    json: 'JSON Feed',
    urgentFeed: 'RSS-feed, alleen Urgent',
    other: 'English',
  },
  en: {
    tagline: 'security advisories',
    skip: 'Skip to content',
    main: 'Main menu',
    advisories: 'Advisories',
    notices: 'Notices',
    feed: 'RSS feed',
    subscribe: 'By e-mail',
    about: 'About this site',
    accessibility: 'Accessibility',
    atom: 'Atom feed',
    json: 'JSON Feed',
    urgentFeed: 'RSS feed, Urgent only',
    other: 'Nederlands',
  },
};

/** What a page tells its frame; `title` names the page alone. */
export type LayoutProps = {
  language: Language;
  title: string;
  /** Whose site it is: the CSIRT's name, on pages that everybody reads. */
  publisher?: string | undefined;
  /** The path of this same page in each language. */
  paths?: Record<Language, string>;
  /** The hub's own address, which makes canonical links whole. */
  site?: string;
  /** For pages that are one person's: search engines stay out and the public menu is left away. */
  personal?: boolean;
  children?: Child;
};

/** The frame of every page: one stylesheet, no script, landmarks, a way to the content and to the other language. */
export function Layout(props: LayoutProps) {
  const { language, title, publisher = 'Semafoor', paths, site = '', personal, children } = props;
  const w = words[language];
  return (
    <Document
      language={language}
      title={`${title} · ${publisher}`}
      head={
        personal ? (
          <meta name="robots" content="noindex, nofollow" />
        ) : (
          <PublicLinks language={language} paths={paths} site={site} publisher={publisher} />
        )
      }
    >
      <a class="skip" href="#content">
        {w.skip}
      </a>
      <header>
        <a class="name" href={`/${language}`}>
          {publisher} <span class="quiet">{w.tagline}</span>
        </a>
        <Menu language={language} paths={paths} personal={personal} />
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      {!personal && <Foot language={language} />}
    </Document>
  );
}

/** Browsers and readers offer the first; the others say in their titles what they are. */
const feeds = [
  { type: 'application/rss+xml', end: 'rss', mark: '' },
  { type: 'application/atom+xml', end: 'atom', mark: ' (Atom)' },
  { type: 'application/feed+json', end: 'json', mark: ' (JSON Feed)' },
];

type Whose = { site: string; publisher: string };
type Links = { language: Language; paths?: Record<Language, string> | undefined };

function PublicLinks({ language, paths, site, publisher }: Links & Whose) {
  const w = words[language];
  return (
    <>
      {paths && <link rel="canonical" href={site + paths[language]} />}
      {paths && <link rel="alternate" hreflang="nl" href={site + paths.nl} />}
      {paths && <link rel="alternate" hreflang="en" href={site + paths.en} />}
      {feeds.map(({ type, end, mark }) => (
        <link
          rel="alternate"
          type={type}
          title={`${publisher}: ${w.tagline}${mark}`}
          href={`/feeds/${language}.${end}`}
        />
      ))}
    </>
  );
}

function Menu({ language, paths, personal }: Links & { personal?: boolean | undefined }) {
  const w = words[language];
  const other = language === 'nl' ? 'en' : 'nl';
  if (personal && !paths) return null;
  return (
    <nav aria-label={w.main}>
      <ul>
        {!personal && (
          <>
            <li>
              <a href={`/${language}`}>{w.advisories}</a>
            </li>
            <li>
              <a href={`/${language}/notices`}>{w.notices}</a>
            </li>
            <li>
              <a href={`/feeds/${language}.rss`}>{w.feed}</a>
            </li>
            <li>
              <a href={`/${language}/subscribe`}>{w.subscribe}</a>
            </li>
          </>
        )}
        <li>
          <a href={paths?.[other] ?? `/${other}`} lang={other} hreflang={other}>
            {w.other}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Foot({ language }: { language: Language }) {
  const w = words[language];
  return (
    <footer>
      <nav aria-label={w.about}>
        <ul>
          <li>
            <a href={`/${language}/accessibility`}>{w.accessibility}</a>
          </li>
          <li>
            <a href={`/feeds/${language}.atom`}>{w.atom}</a>
          </li>
          <li>
            <a href={`/feeds/${language}.json`}>{w.json}</a>
          </li>
          <li>
            <a href={`/feeds/${language}.rss?urgent=true`}>{w.urgentFeed}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
