import type { Example } from '../audience/csv/outcome.ts';
import type { FileOutcome } from './import.ts';

/** What became of a file, as a person reads it. */
export function linesOf(outcome: FileOutcome): string[] {
  const { file, result, version, preview, message, findings = [], total } = outcome;
  const more = (total ?? findings.length) - findings.length;
  const heads = {
    imported: version ? `${file}: imported as the draft ${version}` : `${file}: imported`,
    checked: `${file}: can be imported; nothing was stored`,
    refused: `${file}: refused: ${message}`,
  };
  return [
    heads[result],
    ...(preview ? countsOf(preview.counts) : []),
    ...(preview && result === 'checked' ? preview.examples.map(lineOf) : []),
    ...findings.map((finding) => `  ${finding.path ? `${finding.path}: ` : ''}${finding.message}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

const countsOf = (counts: Record<string, number>) => [
  `  ${Object.entries(counts)
    .map(([action, count]) => `${count} ${action}`)
    .join(', ')}`,
];

function lineOf({ line, action, cells, before }: Example): string {
  const [name = ''] = Object.values(cells).filter((cell) => cell !== '');
  const changes = Object.entries(before).map(
    ([header, old]) => `${header}: ${old || '(empty)'} → ${cells[header] || '(empty)'}`,
  );
  return `  line ${line} ${action}: ${[name, ...changes].join('; ')}`;
}
