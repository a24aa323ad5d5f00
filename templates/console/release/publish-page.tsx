import type { Decision } from '../../../src/advisory/decision.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { isUrgent } from '../../../src/advisory/risk.ts';
import type { Version } from '../../../src/advisory/version.ts';
import type { Preview } from '../../../src/fanout/preview.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Approval } from './decision.tsx';
import { Heading } from './heading.tsx';
import { words as shared } from './words.ts';

const words = {
  nl: {
    title: 'Publiceren',
    sends: 'Dit gaat naar',
    urgent: 'Kans hoog, schade hoog: dit gaat vóór alles wat nog in de rij staat.',
    none: 'Niemand krijgt bericht: er is geen adres. De website en de feeds tonen het wel, als het TLP:CLEAR is.',
    same: 'Dit zijn precies de adressen die bij de goedkeuring te zien waren.',
    changed: (then: number, now: number) =>
      `Let op: bij de goedkeuring waren het ${then} adressen, nu ${now}. Wie erbij kwam of wegviel, wordt vastgelegd; valt bij hoog/hoog een verplichte organisatie weg, dan pauzeert de verspreiding.`,
    unseen: 'Bij de goedkeuring is niet gekeken wie dit krijgt.',
    unreachable: (n: number) => `Onbereikbaar: ${n}. Kijk wie dat zijn.`,
    never: 'Een gepubliceerde versie verandert nooit meer.',
    button: 'Nu publiceren',
    back: 'Terug naar wie dit krijgt',
    notYet: 'Deze versie is nog niet goedgekeurd.',
  },
  en: {
    title: 'Publish',
    sends: 'This goes to',
    urgent: 'Likelihood high, impact high: this goes before everything that still waits.',
    none: 'Nobody is told: there is no address. The website and the feeds show it if it is TLP:CLEAR.',
    same: 'These are exactly the addresses that the approver saw.',
    changed: (then: number, now: number) =>
      `Mind: the approver saw ${then} addresses, now there are ${now}. Who came or went is kept; if a mandatory organisation of a high/high is lost, the fan-out pauses.`,
    unseen: 'Whoever approved it did not look at who receives it.',
    unreachable: (n: number) => `Unreachable: ${n}. See who they are.`,
    never: 'A published version never changes.',
    button: 'Publish now',
    back: 'Back to who receives this',
    notYet: 'This version is not approved yet.',
  },
};

type PublishPageProps = {
  frame: Frame;
  version: Version;
  preview: Preview;
  /** What the approver saw. */
  approved: { addressCount: number; digest: string } | null;
  taken: Decision | null;
  filled: Filled;
};

/** Says once more what goes out and to how many, before it cannot be taken back. */
export function PublishPage(props: PublishPageProps) {
  const { frame, version, preview, taken, filled } = props;
  const { language } = frame;
  const w = words[language];
  const path = `/console/versions/${version.id}`;
  return (
    <ConsoleFrame {...frame} title={`${w.title}: ${version.trackingId}`} here="advisories">
      <Heading title={w.title} version={version} language={language} />
      <form id="publish" method="post" action={`${path}/publish`}>
        <ErrorSummary filled={filled} language={language} />
        {isUrgent(version) && <p class="loud">{w.urgent}</p>}
        <p class="figure">
          {w.sends}{' '}
          <strong>
            {shared[language].addresses(preview.addressCount, preview.organisationCount)}
          </strong>
        </p>
        {preview.addressCount === 0 && <p class="banner">{w.none}</p>}
        <Compared {...props} language={language} />
        {preview.unreachable.length > 0 && (
          <p class="loud">
            <a href={`${path}/preview`}>{w.unreachable(preview.unreachable.length)}</a>
          </p>
        )}
        {taken && <Approval taken={taken} language={language} />}
        <p>{w.never}</p>
        <p class="actions">
          {version.state === 'approved' ? (
            <button type="submit" class={isUrgent(version) ? 'grave' : undefined}>
              {w.button}
            </button>
          ) : (
            <span>{w.notYet}</span>
          )}
          <a href={`${path}/preview`}>{w.back}</a>
        </p>
      </form>
    </ConsoleFrame>
  );
}

function Compared({ preview, approved, language }: PublishPageProps & { language: Language }) {
  const w = words[language];
  if (!approved) return <p class="banner">{w.unseen}</p>;
  if (approved.digest === preview.digest && approved.addressCount === preview.addressCount)
    return <p>{w.same}</p>;
  return <p class="banner">{w.changed(approved.addressCount, preview.addressCount)}</p>;
}
