import type { Language } from '../src/advisory/language.ts';
import type { Finding } from '../src/errors.ts';
import { Layout } from './layout.tsx';

type Words = { title: string; text: string };

const words: Record<Language, Record<number, Words>> = {
  nl: {
    400: {
      title: 'Dit verzoek klopt niet',
      text: 'Hieronder staat wat er aan ontbreekt. Er is niets opgeslagen.',
    },
    401: {
      title: 'U bent niet aangemeld',
      text: 'Ga een pagina terug, meld u in een ander tabblad aan op /sign-in, en verstuur het formulier daarna opnieuw: zo gaat er niets verloren.',
    },
    403: { title: 'Dat mag niet', text: 'U hebt geen toegang tot wat u vroeg.' },
    404: {
      title: 'Deze pagina is er niet',
      text: 'Het adres is verkeerd overgenomen, of wat er stond is niet openbaar. Kijk in de lijst van adviezen.',
    },
    405: { title: 'Dat kan hier niet', text: 'Deze pagina kan alleen worden bekeken.' },
    409: { title: 'Iemand was u voor', text: 'Laad de pagina opnieuw en probeer het nog eens.' },
    410: { title: 'Dit is er niet meer', text: 'Wat hier stond, is niet langer beschikbaar.' },
    413: { title: 'Dit is te groot', text: 'Stuur minder tegelijk. Er is niets opgeslagen.' },
    429: { title: 'Dat gaat te snel', text: 'Wacht even en probeer het opnieuw.' },
    500: {
      title: 'Er ging iets mis bij ons',
      text: 'Dit ligt niet aan u. Probeer het opnieuw; noem het kenmerk hieronder als u ons erover schrijft.',
    },
    501: {
      title: 'Dat kan deze installatie niet',
      text: 'Hieronder staat waarom. Er is niets opgeslagen.',
    },
    503: {
      title: 'We zijn er even niet',
      text: 'De gegevens zijn tijdelijk niet bereikbaar. Probeer het over een paar tellen opnieuw: er is niets verloren.',
    },
  },
  en: {
    400: {
      title: 'This request is not right',
      text: 'Below is what it lacks. Nothing was stored.',
    },
    401: {
      title: 'You are not signed in',
      text: 'Go back a page, sign in at /sign-in in another tab, then send the form again: nothing is lost that way.',
    },
    403: { title: 'That is not allowed', text: 'You have no access to what you asked for.' },
    404: {
      title: 'There is no such page',
      text: 'The address was copied wrongly, or what it shows is not public. See the list of advisories.',
    },
    405: { title: 'That cannot be done here', text: 'This page can only be looked at.' },
    409: { title: 'Somebody was before you', text: 'Load the page again and try once more.' },
    410: { title: 'This is no longer here', text: 'What stood here is not available any more.' },
    413: { title: 'This is too large', text: 'Send less at a time. Nothing was stored.' },
    429: { title: 'That goes too fast', text: 'Wait a little and try again.' },
    500: {
      title: 'Something went wrong at our side',
      text: 'It was not you. Try again; quote the reference below if you write to us about it.',
    },
    501: {
      title: 'This installation cannot do that',
      text: 'Below is why. Nothing was stored.',
    },
    503: {
      title: 'We are away for a moment',
      text: 'The data cannot be reached for now. Try again in a few seconds: nothing was lost.',
    },
  },
};

const labels = {
  nl: { list: 'Naar de lijst van adviezen', reference: 'Kenmerk', findings: 'Wat er niet klopt' },
  en: { list: 'To the list of advisories', reference: 'Reference', findings: 'What is not right' },
};

type FailureProps = {
  language: Language;
  status: number;
  /** What exactly, in English, where something was said. */
  detail?: string | undefined;
  findings: Finding[];
  requestId: string;
  publisher?: string | undefined;
};

/** The page of a request that failed: what happened, what to do, and the reference that finds it in the log. */
export function FailurePage(props: FailureProps) {
  const { language, status, detail, findings, requestId, publisher } = props;
  const w = words[language][status] ?? words[language][500];
  const label = labels[language];
  return (
    <Layout language={language} title={w?.title ?? ''} publisher={publisher} personal>
      <h1>{w?.title}</h1>
      <p>{w?.text}</p>
      {detail && <p lang="en">{detail}</p>}
      {findings.length > 0 && <Findings title={label.findings} findings={findings} />}
      <p>
        <a href={`/${language}`}>{label.list}</a>
      </p>
      <p class="quiet">
        {label.reference}: <code>{requestId}</code> ({status})
      </p>
    </Layout>
  );
}

function Findings({ title, findings }: { title: string; findings: Finding[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {findings.map(({ path, message }) => (
          <li>
            <code>{path}</code>: {message}
          </li>
        ))}
      </ul>
    </>
  );
}
