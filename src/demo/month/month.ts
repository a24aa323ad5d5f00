import { conditions } from './condition.ts';
import * as note from './covering-note.ts';
import { events } from './event.ts';
import { exploitExpected } from './exploit-expected.ts';
import { exploitPublished } from './exploit-published.ts';
import { firstAdvisory } from './first-advisory.ts';
import { firstPatches } from './first-patches.ts';
import { measuresInDoubt } from './measures-in-doubt.ts';
import { mistakenAdvisory } from './mistaken-advisory.ts';
import type { DispatchMoment, Moment } from './moment.ts';
import { frequentlyAsked, pressRelease, warning } from './notice.ts';
import { riskRaised } from './risk-raised.ts';
import { switchOff } from './switch-off.ts';

/** The advisory's tracking id, as the letter's time knew it. */
export const trackingId = 'NCSC-2019-0979';
const cio = { nl: 'CIO Rijk', en: 'government CIO' };

const alert: DispatchMoment = {
  kind: 'dispatch',
  of: '1.01',
  reason: 'targeted alert',
  to: 'users of the software',
  request: 'acknowledge',
  hours: 48,
  note: note.targetedAlert,
};

const reportBack: DispatchMoment = {
  kind: 'dispatch',
  of: '1.02',
  reason: 'request',
  to: 'ministries',
  roles: ['CTO', 'CISO'],
  request: 'report back',
  requestedBy: `${cio.nl} (${cio.en})`,
  hours: 72,
  note: note.reportBack,
};

const complyOrExplain: DispatchMoment = {
  kind: 'dispatch',
  of: '1.05',
  reason: 'request',
  to: 'ministries',
  request: 'comply or explain',
  requestedBy: `${cio.nl} (${cio.en})`,
  conditions,
  hours: 24,
  note: note.complyOrExplain,
};

const consents = [
  {
    office: 'Minister of Justice and Security',
    saidBy: 'the minister’s secretary',
    means: 'in a meeting, on the information then available',
  },
  {
    office: 'Minister of the Interior and Kingdom Relations',
    saidBy: 'the minister’s secretary',
    means: 'by telephone, on the information then available',
  },
];

const acts: Moment[] = [
  { at: '2019-12-18T11:00:00+01:00', kind: 'version', issue: firstAdvisory, answering: 0.3 },
  { at: '2019-12-24T10:30:00+01:00', kind: 'version', issue: riskRaised, answering: 0.5 },
  { at: '2019-12-24T14:00:00+01:00', ...alert },
  { at: '2020-01-09T15:00:00+01:00', kind: 'version', issue: exploitExpected, answering: 0.15 },
  { at: '2020-01-10T09:30:00+01:00', ...reportBack },
  { at: '2020-01-11T16:00:00+01:00', kind: 'version', issue: exploitPublished, answering: 0.25 },
  {
    at: '2020-01-13T09:30:00+01:00',
    kind: 'dispatch',
    of: '1.03',
    reason: 'repeat',
    to: 'target organisations',
    note: note.again,
  },
  {
    at: '2020-01-13T11:00:00+01:00',
    kind: 'dispatch',
    of: '1.03',
    reason: 'publication',
    to: 'regulators',
    note: note.forRegulators,
  },
  { at: '2020-01-13T13:00:00+01:00', ...warning },
  { at: '2020-01-16T14:00:00+01:00', kind: 'version', issue: measuresInDoubt, answering: 0.2 },
  {
    at: '2020-01-17T17:00:00+01:00',
    kind: 'version',
    issue: switchOff,
    answering: 0.5,
    notes: [
      { group: 'central government', note: note.urgentAdvice },
      { group: 'vital providers', note: note.advice },
    ],
    consents,
  },
  {
    at: '2020-01-17T17:15:00+01:00',
    kind: 'dispatch',
    of: '1.05',
    reason: 'publication',
    to: 'partners',
    note: note.forPartners,
  },
  { at: '2020-01-17T18:00:00+01:00', ...pressRelease },
  { at: '2020-01-17T18:30:00+01:00', ...complyOrExplain },
  { at: '2020-01-19T16:00:00+01:00', kind: 'version', issue: firstPatches, answering: 0.7 },
  { at: '2020-01-21T10:00:00+01:00', ...frequentlyAsked },
];

/** What the duty officer, the hubs and the ministries do between the letter's moments; the letter has no dates for it. */
const followUp: Moment[] = [
  { at: '2019-12-24T16:00:00+01:00', kind: 'calls', of: '1.01' },
  { at: '2019-12-27T11:00:00+01:00', kind: 'relay reports', of: '1.01' },
  { at: '2020-01-12T11:00:00+01:00', kind: 'calls', of: '1.03' },
  { at: '2020-01-14T16:00:00+01:00', kind: 'relay reports', of: '1.03' },
  {
    at: '2020-01-18T10:00:00+01:00',
    kind: 'departures',
    contact: 'Piket Stichting Veilig Net Egelveen',
    reason: 'asked by telephone to be left out of this case: it hears of it from its CSIRT',
  },
  { at: '2020-01-18T11:00:00+01:00', kind: 'calls', of: '1.05' },
  { at: '2020-01-18T15:00:00+01:00', kind: 'relay reports', of: '1.05' },
  { at: '2020-01-20T14:00:00+01:00', kind: 'revisions' },
  { at: '2020-01-20T16:00:00+01:00', kind: 'relay reports', of: '1.06' },
  { at: '2020-01-22T10:00:00+01:00', ...mistakenAdvisory },
];

/** The month, in the order in which the CSIRT lived it. */
export const month: readonly Moment[] = [...acts, ...events, ...followUp].sort(
  (one, other) => Date.parse(one.at) - Date.parse(other.at),
);

/** When the replay is over and the clock runs on by itself. */
export const runsOnFrom = new Date('2020-01-24T09:30:00+01:00');
