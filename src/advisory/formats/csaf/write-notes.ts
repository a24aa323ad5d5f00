import type { Language } from '../../language.ts';
import type { Version } from '../../version.ts';
import type { Note } from './document.ts';
import type { Part } from './edited.ts';
import { adviceTitle, isNoteOf } from './read-texts.ts';

const titles = {
  nl: { summary: 'Samenvatting', description: 'Beschrijving', withdrawal: 'Ingetrokken' },
  en: { summary: 'Summary', description: 'Description', withdrawal: 'Withdrawn' },
};

type Input = { version: Version; language: Language; edited: Set<Part>; notes: Note[] };

/** The notes of a document: a text that was edited in place of the notes that it was read from, the rest as it was. */
export function writeNotes({ version, language, edited, notes }: Input): Note[] {
  const text = version.content.texts[language];
  const t = titles[language];
  const written: [Part & ('summary' | 'description' | 'advice'), Note][] = [
    ['summary', { category: 'summary', title: t.summary, text: text.summary }],
    ['description', { category: 'description', title: t.description, text: text.description }],
    ['advice', { category: 'general', title: adviceTitle[language], text: text.advice }],
  ];
  const renewed = written.filter(([field]) => edited.has(field));
  const kept = notes.filter((note) => !renewed.some(([field]) => isNoteOf(field, note)));
  const own = renewed.map(([, note]) => note).filter((note) => note.text.trim() !== '');
  return [...writeWithdrawal(version, language), ...own, ...kept];
}

/** CSAF 2.0 knows no withdrawal: a note says it, before all others. */
function writeWithdrawal(version: Version, language: Language): Note[] {
  const statement = version.withdrawalStatement;
  if (!version.withdrawnAt || !statement) return [];
  return [{ category: 'general', title: titles[language].withdrawal, text: statement[language] }];
}
