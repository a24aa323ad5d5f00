// Before the validator, for what it spares that.
import './trust-schemas.ts';
import * as informative from '@secvisogram/csaf-validator-lib/informativeTests.js';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as optional from '@secvisogram/csaf-validator-lib/optionalTests.js';
import { csaf_2_0_strict as schema } from '@secvisogram/csaf-validator-lib/schemaTests.js';
import type { Verdict } from './judge.ts';

// A child process's whole program: it gets a document's bytes and answers with a verdict per test.

/** Two of them fetch every address in the document, one runs a spelling checker. */
const reachesOut = /_6_3_[678]$/;
/** Its time grows with products × document; it must not keep the others from being heard. */
const isSlow = /_6_2_1$/;
/** Of one test; a document that fails in a million places is not helped by a list of them. */
const mostFindings = 1000;

type Test = (typeof optional)[string];

const tests: { kind: Verdict['kind']; test: Test }[] = [
  { kind: 'schema' as const, test: schema },
  ...Object.values({ ...mandatory }).map((test) => ({ kind: 'mandatory' as const, test })),
  ...Object.values({ ...optional }).map((test) => ({ kind: 'optional' as const, test })),
  ...Object.values({ ...informative }).map((test) => ({ kind: 'informative' as const, test })),
]
  .filter(({ test }) => !reachesOut.test(test.name))
  .toSorted((a, b) => Number(isSlow.test(a.test.name)) - Number(isSlow.test(b.test.name)));

const tell = (message: Verdict | 'ready' | 'done') =>
  new Promise((resolve) => process.send?.(message, resolve));

process.on('message', async (bytes: Uint8Array) => {
  const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
  // Each told before the next begins: who ends this for its time must have heard what is done.
  for (const { kind, test } of tests) await tell(await judge(kind, test, document));
  await tell('done');
});
await tell('ready');

async function judge(kind: Verdict['kind'], test: Test, document: unknown): Promise<Verdict> {
  const name =
    kind === 'schema' ? 'schema' : test.name.replace(/^.*Test_/, '').replaceAll('_', '.');
  try {
    const { isValid = true, errors = [], warnings = [], infos = [] } = await test(document);
    const found = [...errors, ...warnings, ...infos];
    const findings = found.slice(0, mostFindings).map(({ instancePath, message }) => ({
      path: instancePath,
      message: message ?? 'does not pass',
    }));
    return { kind, test: name, isValid, findings, count: found.length };
  } catch {
    // A test reads what the schema promises; where the document breaks that, the schema says so.
    return { kind, test: name, isValid: true, findings: [], count: 0 };
  }
}
