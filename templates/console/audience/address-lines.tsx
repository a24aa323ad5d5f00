import type { Language } from '../../../src/advisory/language.ts';
import type { ListedAddress } from '../../../src/audience/list-addresses.ts';
import { addressStateWords, channelWords } from './address-words.ts';

const nothing = { nl: 'geen adres', en: 'no address' };

/** The addresses of one contact, the preferred first; what does not work is loud. */
export function AddressLines(props: { addresses: readonly ListedAddress[]; language: Language }) {
  const { addresses, language } = props;
  if (addresses.length === 0) return <span class="tag urgent">{nothing[language]}</span>;
  const ordered = addresses.toSorted(
    (one, other) => one.preference - other.preference || one.id - other.id,
  );
  return (
    <ul class="lines">
      {ordered.map(({ id, channel, target, state, disabledReason }) => (
        <li>
          {channelWords[language][channel]}: <a href={`/console/addresses/${id}`}>{target}</a>{' '}
          {state !== 'working' && channel !== 'phone' && (
            <span class={state === 'disabled' ? 'tag urgent' : 'tag'}>
              {addressStateWords[language][state]}
            </span>
          )}
          {disabledReason && ` (${disabledReason})`}
        </li>
      ))}
    </ul>
  );
}
