import type { Language } from '../../src/advisory/language.ts';
import { ErrorSummary } from '../console/error-summary.tsx';
import { TextField } from '../console/field.tsx';
import type { Filled } from '../console/filled.ts';
import { Layout } from '../layout.tsx';
import { ChoiceFields } from './choice-fields.tsx';

const words = {
  nl: {
    title: 'Adviezen per e-mail',
    intro:
      'Vul uw e-mailadres in. U krijgt eerst een bericht waarmee u uw aanmelding bevestigt; daarna krijgt u elk nieuw openbaar advies zodra het verschijnt.',
    email: 'E-mailadres',
    button: 'Meld mij aan',
    private:
      'Wij gebruiken uw adres alleen om adviezen te sturen. Elk bericht zegt hoe u zich afmeldt.',
    end: 'Wijzigen of afmelden',
    endNote:
      'Hebt u zich al aangemeld? Gebruik de afmeldknop van uw mailprogramma, of vul hierboven hetzelfde adres in: na uw bevestiging kunt u uw keuze wijzigen of u afmelden.',
    chat: 'Liever in Telegram? Begin een chat met',
    asked: 'Kijk in uw mailbox',
    sent: 'Als wij naar dit adres mogen sturen, staat er binnen enkele minuten een bericht in de mailbox. Open de link daarin om uw aanmelding te bevestigen: die werkt drie dagen.',
    none: 'Kwam er niets? Kijk bij de ongewenste mail, of meld u morgen opnieuw aan.',
    back: 'Naar de adviezen',
  },
  en: {
    title: 'Advisories by e-mail',
    intro:
      'Enter your e-mail address. You first get a message with which you confirm your subscription; after that you get every new public advisory as soon as it appears.',
    email: 'E-mail address',
    button: 'Subscribe me',
    private:
      'We use your address for sending advisories only. Every message says how to unsubscribe.',
    end: 'Change or unsubscribe',
    endNote:
      'Are you subscribed already? Use the unsubscribe button of your mail program, or enter the same address above: once you confirm, you can change your choice or unsubscribe.',
    chat: 'Rather in Telegram? Start a chat with',
    asked: 'Look in your mailbox',
    sent: 'If we may write to this address, there will be a message in its mailbox within a few minutes. Open the link in it to confirm your subscription: it works for three days.',
    none: 'Nothing came? Look among the unwanted mail, or subscribe again tomorrow.',
    back: 'To the advisories',
  },
};

const paths = { nl: '/nl/subscribe', en: '/en/subscribe' };

type Site = { language: Language; site: string; publisher: string };

type SubscribeProps = Site & {
  filled: Filled;
  /** The name of the bot, where there is one. */
  bot: string | undefined;
};

/** The form by which a member of the public asks for advisories by e-mail, and the way to the bot. */
export function SubscribePage({ filled, bot, language, site, publisher }: SubscribeProps) {
  const w = words[language];
  return (
    <Layout language={language} title={w.title} paths={paths} site={site} publisher={publisher}>
      <h1>{w.title}</h1>
      <ErrorSummary filled={filled} language={language} />
      <p>{w.intro}</p>
      <form id={filled.form} method="post" action={paths[language]}>
        <TextField
          filled={filled}
          path="email"
          label={w.email}
          type="email"
          autocomplete="email"
          maxlength={254}
          required
        />
        <ChoiceFields
          filled={filled}
          language={language}
          chosen={{ language, urgentOnly: false }}
        />
        <button type="submit">{w.button}</button>
      </form>
      <p class="quiet">{w.private}</p>
      {bot && (
        <p>
          {w.chat} <a href={`https://t.me/${bot}`}>@{bot}</a>.
        </p>
      )}
      <h2 id="end">{w.end}</h2>
      <p>{w.endNote}</p>
    </Layout>
  );
}

/** What everybody is answered, whatever is known of the address. */
export function AskedPage({ language, site, publisher }: Site) {
  const w = words[language];
  return (
    <Layout language={language} title={w.asked} paths={paths} site={site} publisher={publisher}>
      <h1>{w.asked}</h1>
      <p>{w.sent}</p>
      <p>{w.none}</p>
      <p>
        <a href={`/${language}`}>{w.back}</a>
      </p>
    </Layout>
  );
}
