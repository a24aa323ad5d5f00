import type { Language } from '../src/advisory/language.ts';
import { Layout } from './layout.tsx';

const words = {
  nl: {
    title: 'Afmelden voor beveiligingsadviezen',
    ask: 'U krijgt op dit adres onze beveiligingsadviezen per e-mail. Wilt u die niet meer ontvangen?',
    button: 'Meld mij af',
    doneTitle: 'U bent afgemeld',
    done: 'U krijgt op dit adres geen beveiligingsadviezen meer. Berichten die al onderweg zijn kunnen nog aankomen.',
    change: 'Liever minder berichten, of in een andere taal?',
    back: 'Alle adviezen blijven te lezen op de website.',
  },
  en: {
    title: 'Unsubscribe from security advisories',
    ask: 'You receive our security advisories by e-mail at this address. Do you want to stop receiving them?',
    button: 'Unsubscribe me',
    doneTitle: 'You are unsubscribed',
    done: 'You will receive no more security advisories at this address. Messages already on their way may still arrive.',
    change: 'Would you rather get fewer messages, or another language?',
    back: 'All advisories remain available on the website.',
  },
};

type UnsubscribeProps = {
  language: Language;
  ended: boolean;
  path: string;
  /** The page on which the choice is changed instead. */
  manage: string;
};

/** The page behind the unsubscribe link: one question, one button; or that it is done. */
export function UnsubscribePage({ language, ended, path, manage }: UnsubscribeProps) {
  const w = words[language];
  const paths = { nl: `${path}?language=nl`, en: `${path}?language=en` };
  return (
    <Layout language={language} title={ended ? w.doneTitle : w.title} paths={paths} personal>
      <h1>{ended ? w.doneTitle : w.title}</h1>
      <p>{ended ? w.done : w.ask}</p>
      {!ended && (
        <form method="post" action={paths[language]}>
          <button type="submit">{w.button}</button>
        </form>
      )}
      {!ended && (
        <p>
          <a href={manage}>{w.change}</a>
        </p>
      )}
      <p>
        <a href={`/${language}`}>{w.back}</a>
      </p>
    </Layout>
  );
}
