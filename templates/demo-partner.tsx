import type { Language } from '../src/advisory/language.ts';
import { ElsewhereLinks, elsewhereAddress } from './demo-elsewhere.tsx';
import { Layout } from './layout.tsx';

const words = {
  nl: {
    title: (partner: string) => `Wat de computer van ${partner} kreeg`,
    about:
      'Een plaatsvervanger op deze computer. Hij heeft zijn webhook zelf aangevraagd met de sleutel die een beheerder hem gaf, controleert elke handtekening en bevestigt met die sleutel wat hij doorgeeft.',
    none: 'Er kwam nog niets.',
    signed: 'De handtekening klopt',
    unsigned: 'De handtekening klopt niet: geweigerd',
    acknowledged: 'ontvangst bevestigd',
    refused: (status: number) => `de bevestiging werd geweigerd met ${status}`,
    silent: 'hier is geen bevestiging bij nodig',
    csaf: 'Het CSAF-document erin',
    bytes: (size: number) => `${size.toLocaleString('nl')} bytes`,
  },
  en: {
    title: (partner: string) => `What the machine of ${partner} was told`,
    about:
      'A stand-in on this computer. It asked for its webhook itself, with the key that an administrator gave it, checks every signature, and acknowledges by that key what it passes on.',
    none: 'Nothing has come yet.',
    signed: 'The signature is right',
    unsigned: 'The signature is wrong: refused',
    acknowledged: 'acknowledged',
    refused: (status: number) => `the acknowledgement was refused with ${status}`,
    silent: 'asks for no acknowledgement',
    csaf: 'The CSAF document in it',
    bytes: (size: number) => `${size.toLocaleString('en')} bytes`,
  },
};

export type PartnerEvent = {
  /** In order of arrival, from 1. */
  number: number;
  id: string;
  event: { type: string; subject: string | null; time: string | null; title: string | null } | null;
  size: number;
  csaf: string | null;
  acknowledged: number | null;
};

export type PartnerProps = {
  language: Language;
  /** Whose machine it is. */
  partner: string;
  /** The newest first. */
  events: PartnerEvent[];
};

/** What a partner's machine was told, and what it did about it. */
export function PartnerPage({ language, partner, events }: PartnerProps) {
  const w = words[language];
  const address = (to: Language) => elsewhereAddress('partner', { language: to });
  return (
    <Layout
      language={language}
      title={w.title(partner)}
      personal
      paths={{ nl: address('nl'), en: address('en') }}
    >
      <h1>{w.title(partner)}</h1>
      <p>{w.about}</p>
      <ElsewhereLinks language={language} here="partner" />
      {events.length === 0 && <p role="status">{w.none}</p>}
      <ol class="entries" reversed>
        {events.map((event) => (
          <Event language={language} event={event} />
        ))}
      </ol>
    </Layout>
  );
}

function Event({ language, event }: { language: Language; event: PartnerEvent }) {
  const w = words[language];
  const { number, id, event: said, size, csaf } = event;
  const facts = [said ? w.signed : w.unsigned, ...(said ? [answerTo(event, language)] : [])];
  return (
    <li>
      <h2>{[said?.subject, said?.title].filter(Boolean).join(' · ') || id}</h2>
      <p>{facts.join(' · ')}</p>
      <p class="quiet">{[said?.type, said?.time, w.bytes(size), id].filter(Boolean).join(' · ')}</p>
      {csaf && (
        <p>
          <a href={`/mailbox/partner/${number}/csaf`}>{w.csaf}</a>
        </p>
      )}
    </li>
  );
}

function answerTo({ acknowledged }: PartnerEvent, language: Language): string {
  const w = words[language];
  if (acknowledged === null) return w.silent;
  return acknowledged < 300 ? w.acknowledged : w.refused(acknowledged);
}
