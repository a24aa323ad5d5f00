import { parse } from 'csv-parse/sync';
import { bound } from './bound.ts';
import { cut, type Span } from './cut.ts';

/** One record of a file: the line where it begins, and its cells, or why it has none. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; problem: string };

/** Records that are parsed at once; between batches others have their turn. */
const batchSize = 1000;

/** The records of a file, the header first; empty lines are left out. */
export async function* readRecords(text: string, delimiter: string): AsyncGenerator<CsvRecord> {
  let batch: Span[] = [];
  for (const span of cut(text, delimiter)) {
    if (isEmpty(text, span)) continue;
    batch.push(span);
    if (batch.length < batchSize) continue;
    yield* parseBatch(text, delimiter, batch);
    batch = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield* parseBatch(text, delimiter, batch);
}

const isEmpty = (text: string, { start, end }: Span) =>
  end === start || (end === start + 1 && text[start] === '\r');

function parseBatch(text: string, delimiter: string, spans: Span[]): CsvRecord[] {
  const fits = spans.filter(({ start, end }) => end - start <= bound.record);
  if (fits.length === spans.length) {
    const cells = cellsOf(spans.map((span) => textOf(text, span)).join('\n'), delimiter);
    if (cells?.length === spans.length)
      return spans.map(({ line }, index) => ({ line, cells: cells[index] as string[] }));
  }
  return spans.map((span) => parseOne(text, delimiter, span));
}

function parseOne(text: string, delimiter: string, span: Span): CsvRecord {
  const { line, start, end } = span;
  if (end - start > bound.record)
    return {
      line,
      problem: `This record is longer than ${bound.record} characters; perhaps a quote that opens in it is never closed.`,
    };
  const cells = cellsOf(textOf(text, span), delimiter)?.[0];
  if (cells) return { line, cells };
  return {
    line,
    problem:
      'The quotes do not fit: a cell with a quote in it stands in quotes, and each quote within it twice.',
  };
}

/** Without the CR of its line end. */
const textOf = (text: string, { start, end }: Span) =>
  text.slice(start, text[end - 1] === '\r' ? end - 1 : end);

/** Null where quotes do not fit. */
function cellsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true });
  } catch {
    return null;
  }
}
