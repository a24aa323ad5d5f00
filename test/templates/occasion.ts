import type { Version } from '../../src/advisory/version.ts';
import type { Reason } from '../../src/fanout/reason.ts';
import type { AdvisoryOccasion } from '../../templates/advisory-letter.tsx';
import { exampleContent } from '../advisory/example.ts';

/** Version 1.03 of the Citrix advisory, high/high and AMBER. */
export function exampleVersion(change: Partial<Version> = {}): Version {
  const publishedAt = new Date('2020-01-11T09:30:00Z');
  return {
    id: 13,
    advisoryId: 1,
    trackingId: 'NCSC-2019-0979',
    ordinal: 3,
    importedVersion: null,
    state: 'published',
    change: 'content',
    correctsVersionId: null,
    tlp: 'AMBER',
    likelihood: 'high',
    impact: 'high',
    matrix: null,
    deviation: null,
    content: exampleContent(),
    revision: 1,
    createdAt: publishedAt,
    submittedAt: publishedAt,
    approvedAt: publishedAt,
    publishAt: null,
    publishedAt,
    withdrawnAt: null,
    ...change,
  };
}

/** A request to a contact of government, in full, that has everything a letter can have. */
export function exampleOccasion(
  change: Partial<AdvisoryOccasion> = {},
  reason: Reason = 'publication',
): AdvisoryOccasion {
  return {
    version: exampleVersion(),
    previous: exampleVersion({ id: 12, ordinal: 2, likelihood: 'medium' }),
    statement: { nl: 'De melding klopte niet.', en: 'The report was mistaken.' },
    dispatch: {
      reason,
      coveringNote: { nl: 'Dringend: schakel uit.', en: 'Urgent: switch off.' },
      requestKind: 'comply or explain',
      requestedBy: 'CIO Rijk',
      conditions: [
        { nl: 'Uitschakelen is onevenredig.', en: 'Switching off is disproportionate.' },
        { nl: 'Er is extra toezicht.', en: 'There is extra monitoring.' },
      ],
      deadlineAt: new Date('2020-01-20T08:00:00Z'),
    },
    form: 'full',
    owner: 'contact',
    language: 'nl',
    hub: { name: 'NCSC', url: 'https://hub.example.nl' },
    ...change,
  };
}
