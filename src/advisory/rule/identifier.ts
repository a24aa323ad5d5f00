import type { Problem, Rule } from './rule.ts';

const cve = /^CVE-(1999|20\d\d)-\d{4,19}$/;
const cwe = /^CWE-[1-9]\d{0,5}$/;

function broken(field: string, ids: string[], syntax: RegExp, example: string): Problem[] {
  return ids.flatMap((id, index) => {
    const path = `content.${field}.${index}`;
    if (!syntax.test(id)) {
      return [
        {
          path,
          message: {
            nl: `"${id}" heeft niet de vorm van ${example}; verbeter of verwijder het.`,
            en: `"${id}" is not of the form ${example}; correct or remove it.`,
          },
        },
      ];
    }
    if (ids.indexOf(id) === index) return [];
    return [
      {
        path,
        message: { nl: `${id} staat er twee keer.`, en: `${id} is there twice.` },
      },
    ];
  });
}

/** CVE and CWE ids are written as their registries write them, each once (CSAF 2.0 §3.2.3.2, §3.2.3.3). */
export const identifiers: Rule = ({ content }) => [
  ...broken('cves', content.cves, cve, 'CVE-2019-19781'),
  ...broken('cwes', content.cwes, cwe, 'CWE-22'),
];
