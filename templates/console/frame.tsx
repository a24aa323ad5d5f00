import type { Child } from 'hono/jsx';
import type { Language } from '../../src/advisory/language.ts';
import type { Caller } from '../../src/operator/caller.ts';
import { Document } from '../document.tsx';
import { type Alarm, Alarms } from './alarms.tsx';
import { type Done, doneWords } from './done.ts';
import { type Here, Navigation } from './navigation.tsx';
import { roleWords } from './role-words.ts';

const words = {
  nl: { skip: 'Naar de inhoud', other: 'English', signOut: 'Afmelden', console: 'console' },
  en: { skip: 'Skip to content', other: 'Nederlands', signOut: 'Sign out', console: 'console' },
};

/** What every page of the console shows of its request; `openFrame` of `src/http/console/frame.ts` makes it. */
export type Frame = {
  language: Language;
  /** The address of this same page in each language. */
  paths: Record<Language, string>;
  caller: Caller;
  /** What the form before this page did. */
  done?: Done | undefined;
  alarms?: readonly Alarm[];
};

export type ConsoleFrameProps = Frame & {
  /** Names the page alone; its h1 says the same. */
  title: string;
  here: Here;
  /** Addresses of scripts (`scriptPath`) that make the page handier; it works without them. */
  scripts?: readonly string[];
  /** Loads the page again after so many seconds, where there is no script. */
  refresh?: number | undefined;
  children?: Child;
};

/**
 * The frame of a page of the console: `<ConsoleFrame {...frame} title={w.title} here="policy">`, then an h1.
 *
 * How a page is made: a route reads (`findX(hub, …)`) and answers `c.html(<XPage frame={await openFrame(c)} … />)`;
 * a form posts to a route that answers through `attempt` (`src/http/console/attempt.ts`): it goes on to the result
 * with 303 and `?done=saved`, or shows the same page with 400, every error at its field and all that was typed.
 */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { language, title, paths, caller, done, alarms = [], here, children } = props;
  const { scripts = [], refresh } = props;
  const w = words[language];
  return (
    <Document
      language={language}
      title={`${title} · Semafoor`}
      head={<Head scripts={scripts} refresh={refresh} />}
    >
      <a class="skip" href="#content">
        {w.skip}
      </a>
      <header class="console">
        <a class="name" href="/console">
          Semafoor <span class="quiet">{w.console}</span>
        </a>
        <Person language={language} paths={paths} caller={caller} />
      </header>
      <Navigation here={here} roles={caller.roles} language={language} />
      <Alarms alarms={alarms} language={language} />
      <main id="content" class="console" tabindex={-1}>
        {done && (
          <p class="done" role="status">
            {doneWords[language][done]}
          </p>
        )}
        {children}
      </main>
    </Document>
  );
}

type HeadProps = { scripts: readonly string[]; refresh: number | undefined };

function Head({ scripts, refresh }: HeadProps) {
  return (
    <>
      <meta name="robots" content="noindex, nofollow" />
      {scripts.map((path) => (
        <script src={path} defer />
      ))}
      {refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={`${refresh}`} />
        </noscript>
      )}
    </>
  );
}

type PersonProps = Pick<ConsoleFrameProps, 'language' | 'paths' | 'caller'>;

/** Who is signed in and as what, the other language, and the way out. */
function Person({ language, paths, caller: { operator, roles } }: PersonProps) {
  const w = words[language];
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <div class="person">
      <span>
        {operator.name} ({roles.map((role) => roleWords[language][role]).join(', ')})
      </span>
      <a href={paths[other]} lang={other} hreflang={other}>
        {w.other}
      </a>
      <form method="post" action="/sign-out">
        <button type="submit" class="plain">
          {w.signOut}
        </button>
      </form>
    </div>
  );
}
