import type { Content } from '../../content.ts';
import type { Language } from '../../language.ts';
import type { CsafDocument, Note, Vulnerability } from './document.ts';
import { fitLine, fitProse } from './fit.ts';

type Text = Content['texts'][Language];

/** Notes that tell of the vulnerability; a disclaimer or a list of countries does not. */
export const describing = ['description', 'details', 'general', 'faq'];
/** What the hub itself writes over its advice, so that its own documents are read back as they were. */
export const adviceTitle: Record<Language, string> = { nl: 'Advies', en: 'Advice' };
const adviceTitles = Object.values(adviceTitle);

/** Whether a note was read into the text `field`; export replaces it once that text was edited. */
export function isNoteOf(field: 'summary' | 'description' | 'advice', note: Note): boolean {
  const isAdvice = note.category === 'general' && adviceTitles.includes(note.title ?? '');
  if (field === 'advice') return isAdvice;
  if (field === 'summary') return note.category === 'summary';
  return !isAdvice && describing.includes(note.category);
}

/** What a document says to people: its notes by their category, those of each vulnerability, and what helps. */
export function readTexts({ document, vulnerabilities = [] }: CsafDocument): Text {
  const notes = document.notes ?? [];
  const told = (field: Parameters<typeof isNoteOf>[0]) =>
    notes.filter((note) => isNoteOf(field, note));
  const isTold = new Set(notes.map(({ text }) => text));
  return {
    title: fitLine(document.title, 500),
    summary: fitProse(told('summary').map(write).join('\n\n'), 100_000),
    description: fitProse(
      [...told('description').map(write), ...vulnerabilities.map((each) => tell(each, isTold))]
        .filter((part) => part !== '')
        .join('\n\n'),
      100_000,
    ),
    advice: fitProse(
      told('advice').length > 0
        ? told('advice')
            .map(({ text }) => text)
            .join('\n\n')
        : listRemediations(vulnerabilities),
      100_000,
    ),
  };
}

function write({ title, text }: Note): string {
  return title && title !== text ? `${title}\n${text}` : text;
}

/** What is new in a vulnerability's own notes, under its name. */
function tell({ cve, title, notes = [] }: Vulnerability, isTold: Set<string>): string {
  const own = notes.filter(
    ({ category, text }) => ['summary', ...describing].includes(category) && !isTold.has(text),
  );
  if (own.length === 0) return '';
  const name = [cve, title].filter((part) => part).join(' ');
  return [name, ...own.map(({ text }) => text)].filter((part) => part).join('\n');
}

function listRemediations(vulnerabilities: Vulnerability[]): string {
  const all = vulnerabilities.flatMap(({ remediations = [] }) => remediations);
  const lines = all.map(({ details, url }) =>
    url && !details.includes(url) ? `${details}\n${url}` : details,
  );
  return [...new Set(lines)].join('\n\n');
}
