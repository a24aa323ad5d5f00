import type { Contact } from '../../../src/audience/contact.ts';
import type { ChatCode } from '../../../src/audience/issue-chat-code.ts';
import { Moment } from '../../moment.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';

const words = {
  nl: {
    title: 'Koppelcode voor Telegram',
    once: 'De code staat hier één keer en werkt één keer. Een eerdere code die niet is gebruikt, werkt niet meer.',
    give: (name: string) =>
      `Geef de code aan ${name}, langs een weg waarvan u zeker weet dat die van deze contactpersoon is: wie hem heeft, krijgt wat de organisatie krijgt en kan namens haar antwoorden.`,
    use: 'In een chat met de bot stuurt de contactpersoon:',
    link: 'Of opent deze link, op het toestel met Telegram:',
    until: 'Geldig tot',
    back: 'Terug naar de contactpersoon',
  },
  en: {
    title: 'Code to link Telegram',
    once: 'The code is shown this once and works once. An earlier code that was not used works no more.',
    give: (name: string) =>
      `Give the code to ${name} by a way that you know to be this contact’s: whoever has it receives what the organisation receives, and can answer on its behalf.`,
    use: 'In a chat with the bot the contact sends:',
    link: 'Or opens this link, on the device with Telegram:',
    until: 'Valid until',
    back: 'Back to the contact',
  },
};

type Props = { frame: Frame; contact: Contact; issued: ChatCode };

/** A code that was just made: this once. */
export function ChatCodePage({ frame, contact, issued }: Props) {
  const { language } = frame;
  const w = words[language];
  return (
    <ConsoleFrame {...frame} title={w.title} here="contacts">
      <h1>{w.title}</h1>
      <p class="banner">{w.once}</p>
      <p>{w.give(contact.name)}</p>
      <p>
        {w.use}{' '}
        <code>
          /{language === 'nl' ? 'koppel' : 'link'} {issued.code}
        </code>
      </p>
      {issued.link && (
        <p>
          {w.link} <code>{issued.link}</code>
        </p>
      )}
      <p>
        {w.until} <Moment at={issued.expiresAt} language={language} />
      </p>
      <p>
        <a href={`/console/contacts/${contact.id}`}>{w.back}</a>
      </p>
    </ConsoleFrame>
  );
}
