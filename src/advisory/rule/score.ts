import { isCvssVector } from '../cvss.ts';
import type { Problem, Rule } from './rule.ts';

/** A CVSS vector is well formed and scores a CVE that the version names. */
export const scores: Rule = ({ content }) =>
  content.cvss.flatMap(({ cve, vector }, index) => {
    const problems: Problem[] = [];
    if (!isCvssVector(vector)) {
      problems.push({
        path: `content.cvss.${index}.vector`,
        message: {
          nl: `"${vector}" is geen volledige CVSS-vector (2, 3.x of 4.0); neem hem opnieuw over.`,
          en: `"${vector}" is not a complete CVSS vector (2, 3.x or 4.0); copy it again.`,
        },
      });
    }
    if (!content.cves.includes(cve)) {
      problems.push({
        path: `content.cvss.${index}.cve`,
        message: {
          nl: `${cve || 'De CVE'} staat niet bij de CVE's van deze versie; voeg die daar toe.`,
          en: `${cve || 'The CVE'} is not among this version's CVEs; add it there.`,
        },
      });
    }
    return problems;
  });
