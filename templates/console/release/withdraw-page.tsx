import type { Withdrawal } from '../../../src/advisory/find-withdrawal.ts';
import type { Version } from '../../../src/advisory/version.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { ProseField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Heading } from './heading.tsx';

const words = {
  nl: {
    title: 'Intrekken',
    what: 'De tekst blijft staan zoals zij is. Wie haar kreeg, en niemand anders, leest waarom zij niet meer geldt. Een ander keurt de intrekking goed.',
    nl: 'Verklaring in het Nederlands',
    en: 'Verklaring in het Engels',
    hint: 'Waarom geldt deze versie niet meer, en wat moet de lezer nu doen?',
    button: 'Intrekking vragen',
    again: 'Opnieuw vragen, met deze verklaring',
    asked: 'De intrekking is gevraagd door',
    approve: 'Bekijk wie dit krijgt, en keur goed',
    done: 'Deze versie is ingetrokken op',
    correct: 'Gaat het om een fout die te herstellen is? Schrijf dan een correctie:',
    correction: 'nieuwe versie als correctie',
    unpublished: 'Deze versie is niet gepubliceerd: stuur haar terug of wijzig haar.',
  },
  en: {
    title: 'Withdraw',
    what: 'Its text stays as it is. Whoever got it, and nobody else, reads why it no longer stands. Someone else approves the withdrawal.',
    nl: 'Statement in Dutch',
    en: 'Statement in English',
    hint: 'Why does this version no longer stand, and what is the reader to do now?',
    button: 'Ask for the withdrawal',
    again: 'Ask again, with this statement',
    asked: 'The withdrawal was asked for by',
    approve: 'See who receives this, and approve',
    done: 'This version was withdrawn on',
    correct: 'Is it a mistake that can be mended? Then write a correction:',
    correction: 'new version as a correction',
    unpublished: 'This version is not published: send it back or edit it.',
  },
};

type WithdrawPageProps = {
  frame: Frame;
  version: Version;
  asked: Withdrawal | null;
  filled: Filled;
};

/** Asks for the withdrawal of a version, with the reason that its readers will get. */
export function WithdrawPage({ frame, version, asked, filled }: WithdrawPageProps) {
  const { language } = frame;
  const w = words[language];
  return (
    <ConsoleFrame {...frame} title={`${w.title}: ${version.trackingId}`} here="advisories">
      <Heading title={w.title} version={version} language={language} />
      {version.state !== 'published' && <p>{w.unpublished}</p>}
      {asked?.withdrawnAt && (
        <p>
          {w.done} <Moment at={asked.withdrawnAt} language={language} />.
        </p>
      )}
      {asked && !asked.withdrawnAt && (
        <div class="banner">
          <p>
            {w.asked} {asked.operator}, <Moment at={asked.requestedAt} language={language} />.{' '}
            <a href={`/console/versions/${version.id}/withdrawal`}>{w.approve}</a>
          </p>
        </div>
      )}
      {version.state === 'published' && !asked?.withdrawnAt && (
        <Form frame={frame} version={version} asked={asked} filled={filled} />
      )}
    </ConsoleFrame>
  );
}

function Form({ frame: { language }, version, asked, filled }: WithdrawPageProps) {
  const w = words[language];
  const correction = `/console/advisories/${version.trackingId}/versions/new?change=correction`;
  return (
    <form id="withdraw" method="post" action={`/console/versions/${version.id}/withdraw`}>
      <p>{w.what}</p>
      <p>
        {w.correct} <a href={correction}>{w.correction}</a>.
      </p>
      <ErrorSummary filled={filled} language={language} />
      {(['nl', 'en'] as const).map((each) => (
        <ProseField
          filled={filled}
          path={`statement.${each}`}
          label={w[each]}
          hint={w.hint}
          value={asked?.statement[each]}
          required
        />
      ))}
      <FormFoot label={asked ? w.again : w.button} style="grave" />
    </form>
  );
}
