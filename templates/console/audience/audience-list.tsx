import type { ListedAudience } from '../../../src/audience/list-audiences.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { publicChannelWords } from './public-channels-page.tsx';
import { selectionWords } from './selection-words.ts';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    add: 'Doelgroep toevoegen',
    who: 'Wie',
    now: 'Organisaties nu',
    policy: 'Regels van het beleid',
    empty: 'Er is nog geen doelgroep: zonder doelgroep bereikt het beleid niemand.',
  },
  en: {
    add: 'Add an audience',
    who: 'Who',
    now: 'Organisations now',
    policy: 'Lines of the policy',
    empty: 'There is no audience yet: without one the policy reaches nobody.',
  },
};

type Props = { frame: Frame; audiences: readonly ListedAudience[] };

/** Every audience, with how many are in it now. */
export function AudienceList({ frame, audiences }: Props) {
  const { language, caller } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <ConsoleFrame {...frame} title={a.audiences} here="audiences">
      <h1>{a.audiences}</h1>
      {caller.roles.includes('administrator') && (
        <p class="actions">
          <a class="button" href="/console/audiences/new">
            {w.add}
          </a>
        </p>
      )}
      <Table
        id="audiences"
        caption={a.audiences}
        head={[a.name, w.who, w.now, a.ceiling, w.policy]}
        empty={w.empty}
        rows={audiences.map(({ id, name, selection, members, tlpCeiling, policyPositions }) => (
          <tr>
            <th scope="row">
              <a href={`/console/audiences/${id}`}>{name}</a>
            </th>
            <td>{selectionWords(selection, language)}</td>
            <td>{members}</td>
            <td>TLP:{tlpCeiling}</td>
            <td>{policyPositions.join(', ') || '–'}</td>
          </tr>
        ))}
      />
      <p>
        <a href="/console/public-channels">{publicChannelWords[language].title}</a>
      </p>
      {!caller.roles.includes('administrator') && <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}
