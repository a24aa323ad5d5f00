import type { ChainState } from '../../../src/audit/find-chain.ts';
import type { Verification } from '../../../src/audit/verify.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import type { Frame } from '../frame.tsx';
import { words } from './words.ts';

/** The form that asks for a verification, and what one found. */
export type Checked = { filled: Filled; verification: Verification | null };
type ChainProps = Checked & { frame: Frame; chain: ChainState };

/** How far the trail is linked and signed, and the way to recompute it. */
export function Chain({ frame: { language }, chain, filled, verification }: ChainProps) {
  const w = words[language];
  const { linked, waiting, signed } = chain;
  return (
    <>
      {verification && <Found verification={verification} language={language} />}
      <p>
        {w.linked(linked, waiting)}{' '}
        {signed ? (
          <>
            {w.signed(signed.position)} <Moment at={signed.at} language={language} />.
          </>
        ) : (
          w.unsigned
        )}
      </p>
      <form id="verify" method="post" action="/console/audit/verification">
        <ErrorSummary filled={filled} language={language} />
        <p>{w.verifyWhat}</p>
        <TextField filled={filled} path="head" label={w.head} hint={w.headHint} />
        <FormFoot label={w.verify} style="second" />
      </form>
    </>
  );
}

type FoundProps = { verification: Verification; language: Frame['language'] };

function Found({ verification, language }: FoundProps) {
  const w = words[language];
  const { entries, head, findings, more } = verification;
  if (findings.length === 0)
    return (
      <p class="done" role="status">
        {w.intact(entries)} {head && w.end} {head && <code>{head}</code>}
      </p>
    );
  return (
    <section class="loud" aria-labelledby="broken">
      <h2 id="broken">{w.broken(findings.length + more)}</h2>
      <ul>
        {findings.slice(0, 100).map(({ path, message }) => (
          <li>
            {path} <span lang="en">{message}</span>
          </li>
        ))}
      </ul>
      {findings.length + more > 100 && <p>{w.more(findings.length + more - 100)}</p>}
    </section>
  );
}
