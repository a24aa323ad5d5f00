import type { Language } from '../../src/advisory/language.ts';
import { ErrorSummary } from '../console/error-summary.tsx';
import type { Filled } from '../console/filled.ts';
import { Layout } from '../layout.tsx';
import { ChoiceFields } from './choice-fields.tsx';

const words = {
  nl: {
    title: 'Uw aanmelding voor adviezen per e-mail',
    saved: 'Uw keuze is bewaard.',
    save: 'Bewaar mijn keuze',
    end: 'Afmelden',
    endNote: 'U krijgt dan op dit adres geen adviezen meer.',
    endButton: 'Meld mij af',
    ended: 'U bent afgemeld. Op dit adres krijgt u geen beveiligingsadviezen meer.',
    again: 'Opnieuw aanmelden',
  },
  en: {
    title: 'Your subscription to advisories by e-mail',
    saved: 'Your choice was saved.',
    save: 'Save my choice',
    end: 'Unsubscribe',
    endNote: 'You will then receive no more advisories at this address.',
    endButton: 'Unsubscribe me',
    ended: 'You are unsubscribed. You receive no more security advisories at this address.',
    again: 'Subscribe again',
  },
};

type Props = {
  subscription: { language: Language; urgentOnly: boolean; ended: boolean };
  language: Language;
  filled: Filled;
  path: string;
  saved: boolean;
};

/** What somebody gets and how to change or end it; whoever holds the link, holds the subscription. */
export function ManagePage({ subscription, language, filled, path, saved }: Props) {
  const w = words[language];
  const paths = { nl: `${path}?language=nl`, en: `${path}?language=en` };
  return (
    <Layout language={language} title={w.title} paths={paths} personal>
      <h1>{w.title}</h1>
      <ErrorSummary filled={filled} language={language} />
      {saved && (
        <p class="done" role="status">
          {w.saved}
        </p>
      )}
      {subscription.ended ? (
        <>
          <p>{w.ended}</p>
          <p>
            <a href={`/${language}/subscribe`}>{w.again}</a>
          </p>
        </>
      ) : (
        <>
          <form id={filled.form} method="post" action={path}>
            <ChoiceFields filled={filled} language={language} chosen={subscription} />
            <button type="submit">{w.save}</button>
          </form>
          <h2>{w.end}</h2>
          <p>{w.endNote}</p>
          <form method="post" action={`${path}/end`}>
            <button type="submit">{w.endButton}</button>
          </form>
        </>
      )}
    </Layout>
  );
}
