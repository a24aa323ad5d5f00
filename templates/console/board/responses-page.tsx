import type { Request, RequestStanding } from '../../../src/acknowledgement/list-requests.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import type { Bilingual } from '../../../src/advisory/text.ts';
import { statusWords } from '../../acknowledge/words.ts';
import { Moment } from '../../moment.tsx';
import { TextField } from '../field.tsx';
import { unsent } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { requestWords } from '../watch/words.ts';
import { words as shared } from './words.ts';

const words = {
  nl: {
    title: 'Antwoorden op verzoeken',
    none: 'Over dit advies is niets gevraagd.',
    answered: (n: number, all: number) => `${n} van ${all} gaf antwoord`,
    by: 'namens',
    before: 'vóór',
    organisations: 'Wie wat antwoordde',
    search: 'Naam van de organisatie',
    show: 'Tonen',
    silent: 'nog geen antwoord',
    late: 'te laat',
    earlier: 'Eerdere antwoorden',
    condition: 'Voorwaarde',
    nobody: 'Geen organisatie gevonden.',
    next: 'Volgende',
  },
  en: {
    title: 'Responses to requests',
    none: 'Nothing was requested about this advisory.',
    answered: (n: number, all: number) => `${n} of ${all} answered`,
    by: 'on behalf of',
    before: 'before',
    organisations: 'Who answered what',
    search: 'Name of the organisation',
    show: 'Show',
    silent: 'no answer yet',
    late: 'late',
    earlier: 'Earlier answers',
    condition: 'Condition',
    nobody: 'No organisation was found.',
    next: 'Next',
  },
};

type ResponsesPageProps = {
  frame: Frame;
  trackingId: string;
  requests: Request[];
  /** The request that is looked at. */
  chosen: Request | null;
  standings: RequestStanding[];
  search: string;
  next: string | null;
};

/** What was asked about an advisory, and what every organisation said, with its explanations. */
export function ResponsesPage(props: ResponsesPageProps) {
  const { frame, trackingId, requests, chosen } = props;
  const { language } = frame;
  const w = words[language];
  const path = `/console/advisories/${trackingId}`;
  return (
    <ConsoleFrame {...frame} title={`${w.title} ${trackingId}`} here="advisories">
      <h1>
        {w.title} {trackingId}
      </h1>
      <p>
        <a href={`${path}/board`}>{shared[language].board}</a>
      </p>
      {requests.length === 0 && <p class="empty">{w.none}</p>}
      <ul class="entries">
        {requests.map((request) => (
          <li>
            <a
              href={`${path}/responses?request=${request.dispatchId}`}
              aria-current={request === chosen ? 'true' : undefined}
            >
              {formatOrdinal(request.ordinal)}, {request.audience}:{' '}
              {requestWords[language][request.requestKind]}
            </a>
            {request.requestedBy && ` ${w.by} ${request.requestedBy}`}
            {request.deadlineAt && (
              <>
                {' '}
                {w.before} <Moment at={request.deadlineAt} language={language} />
              </>
            )}
            ; {w.answered(request.responded, request.asked)}
          </li>
        ))}
      </ul>
      {chosen && <Standings {...props} chosen={chosen} />}
    </ConsoleFrame>
  );
}

function Standings(props: ResponsesPageProps & { chosen: Request }) {
  const { frame, trackingId, chosen, standings, search, next } = props;
  const { language } = frame;
  const w = words[language];
  return (
    <>
      <h2>{w.organisations}</h2>
      <form class="search" method="get" action={`/console/advisories/${trackingId}/responses`}>
        <input type="hidden" name="request" value={chosen.dispatchId} />
        <TextField
          filled={unsent('responses')}
          path="search"
          type="search"
          label={w.search}
          value={search}
        />
        <FormFoot label={w.show} />
      </form>
      {standings.length === 0 && <p class="empty">{w.nobody}</p>}
      <ul class="entries">
        {standings.map((standing) => (
          <Standing standing={standing} conditions={chosen.conditions} language={language} />
        ))}
      </ul>
      {next && (
        <p>
          <a href={next}>{w.next}</a>
        </p>
      )}
    </>
  );
}

type StandingProps = { standing: RequestStanding; conditions: Bilingual[]; language: Language };

function Standing({ standing, conditions, language }: StandingProps) {
  const w = words[language];
  const [newest, ...earlier] = standing.said;
  return (
    <li>
      <h3>{standing.organisation}</h3>
      {!newest && <p>{w.silent}</p>}
      {newest && <Said said={newest} conditions={conditions} language={language} />}
      {earlier.length > 0 && (
        <details>
          <summary>
            {w.earlier} ({earlier.length})
          </summary>
          {earlier.map((said) => (
            <Said said={said} conditions={conditions} language={language} />
          ))}
        </details>
      )}
    </li>
  );
}

type SaidProps = Omit<StandingProps, 'standing'> & { said: RequestStanding['said'][number] };

function Said({ said, conditions, language }: SaidProps) {
  const w = words[language];
  const { status, explanation, remark, saidBy, contact, late, at } = said;
  const who = [saidBy, contact].filter(Boolean).join(', ');
  return (
    <>
      <p>
        <strong>{statusWords[language][status]}</strong>
        {who && ` (${who})`}, <Moment at={new Date(at)} language={language} />
        {late && (
          <>
            , <strong class="bad">{w.late}</strong>
          </>
        )}
      </p>
      {explanation.length > 0 && (
        <dl>
          {explanation.map((argument, index) => (
            <>
              <dt>{conditions[index]?.[language] ?? `${w.condition} ${index + 1}`}</dt>
              <dd class="text">{argument}</dd>
            </>
          ))}
        </dl>
      )}
      {remark && <p class="text">{remark}</p>}
    </>
  );
}
