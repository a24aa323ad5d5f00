import type { Language } from '../../../src/advisory/language.ts';
import type { Failure } from '../../../src/fanout/list-failures.ts';
import { reasonInWords } from '../left-out.ts';
import { deliveryWords, words } from './words.ts';

type Props = { failures: Failure[]; language: Language };

/** Whom the newest failed messages were for, and what the other side said; the live page replaces its rows. */
export function Failures(props: Props) {
  const w = words[props.language];
  return (
    <>
      <h2>{w.failures}</h2>
      <section class="wide" aria-labelledby="failures-caption" tabindex={0}>
        <table>
          <caption id="failures-caption">{w.newest}</caption>
          <thead>
            <tr>
              <th scope="col">{w.recipient}</th>
              <th scope="col">{w.channel}</th>
              <th scope="col">{w.stand}</th>
              <th scope="col">{w.said}</th>
            </tr>
          </thead>
          <tbody data-part="failures">
            <FailureRows {...props} />
          </tbody>
        </table>
      </section>
    </>
  );
}

export function FailureRows({ failures, language }: Props) {
  const w = words[language];
  if (failures.length === 0)
    return (
      <tr>
        <td colspan={4}>{w.noFailures}</td>
      </tr>
    );
  return (
    <>
      {failures.map(({ contact, organisations, channel, state, detail }) => (
        <tr>
          <th scope="row">
            {contact ?? w.subscriber}
            {organisations.length > 0 && (
              <>
                <br />
                <span class="quiet">{organisations.join(', ')}</span>
              </>
            )}
          </th>
          <td>{channel}</td>
          <td>{deliveryWords[language][state]}</td>
          <td>{reasonInWords(detail ?? '', language)}</td>
        </tr>
      ))}
    </>
  );
}
