import type { Content } from '../../content.ts';
import type { Language } from '../../language.ts';
import type { Note, Vulnerability } from './document.ts';
import type { Part } from './edited.ts';
import { describing } from './read-texts.ts';
import type { Weakness } from './weakness.ts';
import type { StatusLists } from './write-products.ts';
import { writeScores } from './write-scores.ts';

type Input = {
  content: Content;
  language: Language;
  edited: Set<Part>;
  /** As the document behind the version lists them. */
  before: Vulnerability[];
  /** Of the product tree that is written anew; null where the document's own stands. */
  status: StatusLists | null;
  weaknesses: Map<string, Weakness>;
};

/** A document's vulnerabilities: its own where nothing of them was edited, else as the content says. */
export function writeVulnerabilities(input: Input): Vulnerability[] {
  const { before, status } = input;
  if (!status) return before.map((vulnerability) => revise(vulnerability, input));
  return listOld(input).map((old) => revise({ ...old, ...rebuild(old, status, input) }, input));
}

/** One per CVE, those without a CVE after them; one without a name where there is only a product to tell of. */
function listOld({ before, content, status }: Input): Vulnerability[] {
  const known = new Map(before.map((vulnerability) => [vulnerability.cve, vulnerability]));
  const named = content.cves.map((cve) => ({ ...known.get(cve), cve }));
  const nameless = before.filter(({ cve }) => cve === undefined);
  const all = [...named, ...nameless];
  return all.length === 0 && Object.keys(status ?? {}).length > 0 ? [{}] : all;
}

/** What rests on products, from the content; threats and flags name products that are no longer there. */
function rebuild(old: Vulnerability, status: StatusLists, input: Input): Partial<Vulnerability> {
  const { content } = input;
  const scores = writeScores(
    content.cvss.filter(({ cve }) => cve === old.cve),
    status.known_affected ?? [],
  );
  return {
    threats: undefined,
    flags: undefined,
    cwe: weaknessOf(old, input),
    product_status: Object.keys(status).length > 0 ? status : undefined,
    scores: scores.length > 0 ? scores : undefined,
    remediations: undefined,
  };
}

/** The content lists CWEs for all its CVEs together: which is whose is certain for a single one alone. */
function weaknessOf(old: Vulnerability, { content, weaknesses }: Input): Weakness | undefined {
  if (old.cwe && content.cwes.includes(old.cwe.id)) return old.cwe;
  const [only] = content.cwes;
  const isCertain = content.cves.length <= 1 && content.cwes.length === 1;
  return isCertain && only ? weaknesses.get(only) : undefined;
}

/** Texts that were edited take the place of those of the vulnerability. */
function revise(vulnerability: Vulnerability, input: Input): Vulnerability {
  const { edited, content, status } = input;
  const renewsAdvice = edited.has('advice') || status !== null;
  return {
    ...vulnerability,
    ...((edited.has('description') || !vulnerability.notes) && {
      notes: reviseNotes(vulnerability, input),
    }),
    ...(renewsAdvice && { remediations: writeRemediations(vulnerability, input) }),
    ...(edited.has('references') && {
      references: only(
        vulnerability.references?.filter(({ url }) =>
          content.references.some((reference) => reference.url === url),
        ),
      ),
    }),
  };
}

/** CSAF 2.0 §6.1.27.5 wants a note; the summary is what is known of each. */
function reviseNotes({ notes = [], title, cve }: Vulnerability, input: Input): Note[] {
  const { title: main, summary } = input.content.texts[input.language];
  const kept = notes.filter(({ category }) => !['summary', ...describing].includes(category));
  return [{ category: 'summary', text: summary || title || main || cve || '–' }, ...kept];
}

const nothing = { nl: 'Er is nog geen advies.', en: 'There is no advice yet.' };

function writeRemediations({ product_status: lists = {} }: Vulnerability, input: Input) {
  const { advice } = input.content.texts[input.language];
  const { known_affected = [], first_affected = [], last_affected = [] } = lists;
  const affected = [...known_affected, ...first_affected, ...last_affected];
  const product_ids = [...new Set([...affected, ...(lists.under_investigation ?? [])])];
  if (product_ids.length === 0) return undefined;
  const isFixed = [lists.fixed, lists.first_fixed, lists.recommended].some((ids) => ids?.length);
  const category = isFixed ? 'vendor_fix' : advice ? 'mitigation' : 'none_available';
  return [{ category, details: advice || nothing[input.language], product_ids }];
}

function only<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
