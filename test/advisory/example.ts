import { type Content, contentSchema } from '../../src/advisory/content.ts';
import type { Matrix } from '../../src/advisory/matrix.ts';
import type { Before, Candidate } from '../../src/advisory/rule/rule.ts';

/** A complete content: nothing in it is wrong. */
export function exampleContent(): Content {
  return contentSchema.parse({
    texts: {
      nl: {
        title: 'Kwetsbaarheid in Citrix ADC en Citrix Gateway',
        summary: 'Een kwetsbaarheid laat een aanvaller van buiten code uitvoeren.',
        description: 'De kwetsbaarheid zit in de verwerking van paden.',
        advice: 'Voer de tussentijdse maatregelen van de leverancier uit.',
      },
      en: {
        title: 'Vulnerability in Citrix ADC and Citrix Gateway',
        summary: 'A vulnerability lets an attacker from outside run code.',
        description: 'The vulnerability is in the handling of paths.',
        advice: 'Apply the interim measures of the vendor.',
      },
    },
    products: [{ vendor: 'Citrix', name: 'Gateway', versions: [] }],
    cves: ['CVE-2019-19781'],
    cwes: ['CWE-22'],
    cvss: [{ cve: 'CVE-2019-19781', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    references: [{ url: 'https://example.org/advisory', title: 'The vendor’s advisory' }],
  });
}

/** Answers that come to M/H: 19 points, and the gravest damage. */
export const mediumHigh: Matrix = {
  likelihood: {
    defaultConfiguration: 'unclear or yes',
    exploitCode: 'none',
    technicalDetails: 'none',
    access: 'internet',
    credentials: 'user',
    complexity: 'complex',
    userInteraction: 'complex',
    exploitedNow: 'no',
    exploitExpected: 'no',
    solution: 'within two months',
  },
  impact: {
    denialOfService: 'no',
    codeExecution: 'administrator',
    remoteRights: 'no',
    privilegeEscalation: 'no',
    informationLeak: 'no',
  },
};

/** Answers that come to H/H: 38 points. */
export const highHigh: Matrix = {
  likelihood: {
    defaultConfiguration: 'unclear or yes',
    exploitCode: 'exploit',
    technicalDetails: 'full',
    access: 'internet',
    credentials: 'none',
    complexity: 'easy',
    userInteraction: 'none',
    exploitedNow: 'large scale',
    exploitExpected: 'yes',
    solution: 'none',
  },
  impact: mediumHigh.impact,
};

/** Version 1.00, M/H by the matrix, in which `check` finds nothing. */
export function exampleCandidate(change: Partial<Candidate> = {}): Candidate {
  return {
    ordinal: 0,
    change: 'first',
    correctsVersionId: null,
    tlp: 'CLEAR',
    likelihood: 'medium',
    impact: 'high',
    matrix: mediumHigh,
    deviation: null,
    content: exampleContent(),
    ...change,
  };
}

/** Version 1.01 after it, with the one before. */
export function exampleNext(change: Partial<Candidate> = {}): [Candidate, NonNullable<Before>] {
  const before = { ...exampleCandidate(), id: 7 };
  return [exampleCandidate({ ordinal: 1, change: 'content', ...change }), before];
}
