import type { Language } from '../../../src/advisory/language.ts';
import { MomentField, ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { words } from './decision-words.ts';

/** Offices of which a consent can be entered at once. */
export const consentRows = 3;

type Props = { filled: Filled; language: Language; glassOnly: boolean };

/** What an approver may bring along: who consented outside the hub, and in an emergency why nobody else approves. */
export function ApprovalFields({ filled, language, glassOnly }: Props) {
  const w = words[language];
  const isTouched = (start: string) =>
    filled.findings.some(({ path }) => path.startsWith(start)) ||
    Object.entries(filled.typed ?? {}).some(
      ([name, [value]]) => name.startsWith(start) && value !== '',
    );
  return (
    <>
      <details open={glassOnly || isTouched('consents')}>
        <summary>{w.consents}</summary>
        <p class="hint">{w.consentsHint}</p>
        {Array.from({ length: consentRows }, (_, index) => (
          <Consent filled={filled} language={language} index={index} />
        ))}
      </details>
      <details class="glass" open={glassOnly || isTouched('breakGlass')}>
        <summary>{w.glass}</summary>
        <ProseField
          filled={filled}
          path="breakGlass"
          label={w.glassReason}
          hint={w.glassHint}
          rows={3}
        />
      </details>
    </>
  );
}

function Consent({ filled, language, index }: Omit<Props, 'glassOnly'> & { index: number }) {
  const w = words[language];
  const path = (name: string) => `consents.${index}.${name}`;
  return (
    <fieldset>
      <legend>{w.consent(index + 1)}</legend>
      <div class="pair">
        <TextField filled={filled} path={path('office')} label={w.office} />
        <TextField filled={filled} path={path('saidBy')} label={w.saidBy} />
        <MomentField filled={filled} path={path('givenAt')} label={w.givenAt} />
        <TextField filled={filled} path={path('means')} label={w.means} />
      </div>
    </fieldset>
  );
}
