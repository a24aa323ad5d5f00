import type { Language } from '../../src/advisory/language.ts';
import { Layout } from '../layout.tsx';
import { choiceWords } from './words.ts';

const words = {
  nl: {
    title: 'Bevestig uw aanmelding',
    ask: 'U wilt op dit e-mailadres krijgen:',
    button: 'Ja, stuur mij deze adviezen',
    not: 'Wilt u dit niet? Sluit dan deze pagina: er gebeurt niets.',
    doneTitle: 'Uw aanmelding is bevestigd',
    done: 'Vanaf nu krijgt u op dit adres:',
    manage: 'Verander uw keuze of meld u af',
    list: 'Lees de adviezen die er al zijn',
  },
  en: {
    title: 'Confirm your subscription',
    ask: 'At this e-mail address you want to receive:',
    button: 'Yes, send me these advisories',
    not: 'Is this not what you want? Close this page: nothing happens.',
    doneTitle: 'Your subscription is confirmed',
    done: 'From now on you receive at this address:',
    manage: 'Change your choice or unsubscribe',
    list: 'Read the advisories that are there already',
  },
};

type Props = {
  language: Language;
  urgentOnly: boolean;
  path: string;
  /** The page of the subscription, once there is one. */
  manage: string | null;
};

/** The page behind the link in the mail: one question, one button; or that it is done. */
export function ConfirmPage({ language, urgentOnly, path, manage }: Props) {
  const w = words[language];
  const chosen = choiceWords[language];
  const title = manage ? w.doneTitle : w.title;
  return (
    <Layout language={language} title={title} personal>
      <h1>{title}</h1>
      <p>
        {manage ? w.done : w.ask} <strong>{urgentOnly ? chosen.urgent : chosen.all}</strong>
      </p>
      {manage ? (
        <ul>
          <li>
            <a href={manage}>{w.manage}</a>
          </li>
          <li>
            <a href={`/${language}`}>{w.list}</a>
          </li>
        </ul>
      ) : (
        <>
          <form method="post" action={path}>
            <button type="submit">{w.button}</button>
          </form>
          <p>{w.not}</p>
        </>
      )}
    </Layout>
  );
}
