import { type Finding, HubError } from '../../../errors.ts';
import type { CsafDocument } from './document.ts';
import type { Judgement, Verdict } from './judge.ts';
import { readJson } from './read-json.ts';

/** A finding that names the test it comes from: `6.1.2` of CSAF 2.0, or `schema`. */
export type CsafFinding = Finding & { test: string };

/** A valid document, and what could be better about it. */
export type ReadDocument = { document: CsafDocument; advice: CsafFinding[] };

/** Of one test, of what does not keep a document out. */
const mostAdvice = 20;

/**
 * Reads a CSAF 2.0 document of at most 20 MB that passes the strict schema and every mandatory test; what optional and
 * informative tests say is advice.
 * @throws HubError invalid, with every finding | too_large | not_implemented where code cannot be generated
 */
export async function readCsaf(bytes: Uint8Array): Promise<ReadDocument> {
  requireCodeGeneration();
  const document = readJson(bytes);
  // Loaded when it is needed: it starts a process, which not every runtime can.
  const { judge } = await import('./judge.ts');
  const judgement = await judge(bytes);
  requireValid(judgement.verdicts);
  return { document: document as CsafDocument, advice: listAdvice(judgement) };
}

/** Cloudflare Workers refuse to generate code, which is how the validator works. */
function requireCodeGeneration(): void {
  try {
    new Function('');
  } catch {
    throw new HubError(
      'not_implemented',
      'CSAF documents are not imported here: this runtime does not let the validator generate code. Import them on a hub that runs on Node.',
    );
  }
}

function requireValid(verdicts: Verdict[]): void {
  const failed = verdicts.filter(
    ({ kind, isValid }) => !isValid && (kind === 'schema' || kind === 'mandatory'),
  );
  if (failed.length === 0) return;
  const findings = failed.flatMap((verdict) => listFindings(verdict, verdict.findings.length));
  const tests = failed.map(({ test }) => test).join(', ');
  throw new HubError('invalid', `This is not a valid CSAF 2.0 document (${tests}).`, findings);
}

function listAdvice({ verdicts, isWhole }: Judgement): CsafFinding[] {
  const judged = verdicts.filter(({ kind }) => kind === 'optional' || kind === 'informative');
  const advice = judged.flatMap((verdict) => listFindings(verdict, mostAdvice));
  if (isWhole) return advice;
  const message = 'Not every optional test could be done in time: the document is very large.';
  return [...advice, { test: '6.2', path: '', message }];
}

/** The test stands in the message too, for those who show nothing else. */
function listFindings({ test, findings, count }: Verdict, most: number): CsafFinding[] {
  const shown = findings
    .slice(0, most)
    .map(({ path, message }) => ({ test, path, message: `${test}: ${message}` }));
  if (count <= shown.length) return shown;
  return [...shown, { test, path: '', message: `${test}: and ${count - shown.length} more` }];
}
