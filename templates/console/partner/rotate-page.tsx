import type { ApiKey } from '../../../src/operator/list-keys.ts';
import { RadiosField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { KeyTermField } from '../key-term-field.tsx';
import { partnerWords } from './words.ts';

/** In hours: for how long a key that is replaced may go on. */
export const overlaps = [168, 24, 0] as const;

type Props = { frame: Frame; apiKey: ApiKey; filled: Filled; back: string };

/** Where a partner's key is replaced by another. */
export function RotatePage({ frame, apiKey, filled, back }: Props) {
  const { language } = frame;
  const w = partnerWords[language];
  const title = w.rotateTitle(apiKey.name);
  return (
    <ConsoleFrame {...frame} title={title} here="organisations">
      <h1>{title}</h1>
      <p>
        {w.rotateIntro} TLP:{apiKey.tlpCeiling}, {apiKey.hint}…
      </p>
      <ErrorSummary filled={filled} language={language} />
      <form id="rotate" method="post" action={`${back}/keys/${apiKey.id}/rotate`}>
        <KeyTermField filled={filled} language={language} usual={365} />
        <RadiosField
          filled={filled}
          path="overlapHours"
          label={w.overlap}
          options={overlaps.map((hours) => ({ value: String(hours), label: w.overlaps[hours] }))}
          required
        />
        <FormFoot label={w.make}>
          <a href={back}>{w.back}</a>
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}
