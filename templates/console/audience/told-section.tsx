import type { Told } from '../../../src/acknowledgement/list-told.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { Moment } from '../../moment.tsx';
import { choiceWords, responseWords } from '../board/words.ts';
import { Table } from '../table.tsx';
import type { OrganisationPageProps } from './organisation-page.tsx';

const words = {
  nl: {
    title: 'Laatst gehoord en geantwoord',
    what: 'Wat',
    decided: 'Besloten',
    reached: 'Bereikt',
    answer: 'Antwoord',
    notReached: 'niet bereikt',
    underWay: 'onderweg',
    silent: 'geen',
    notice: 'bericht',
    empty: 'Hierheen is nog niets gestuurd.',
  },
  en: {
    title: 'Lately told and answered',
    what: 'What',
    decided: 'Decided',
    reached: 'Reached',
    answer: 'Answer',
    notReached: 'not reached',
    underWay: 'under way',
    silent: 'none',
    notice: 'notice',
    empty: 'Nothing was sent there yet.',
  },
};

/** What an organisation was told, whether it arrived, and what it said. */
export function ToldSection({ frame: { language }, whole }: OrganisationPageProps) {
  const w = words[language];
  return (
    <>
      <h2 id="told-title">{w.title}</h2>
      <Table
        id="told"
        caption={<span class="unseen">{`${w.title}: ${whole.organisation.name}`}</span>}
        head={[w.what, w.decided, w.reached, w.answer]}
        empty={w.empty}
        rows={whole.told.map((told) => (
          <tr>
            <th scope="row">
              <What told={told} language={language} />
            </th>
            <td>
              <Moment at={told.decidedAt} language={language} />
            </td>
            <td>
              <Reached told={told} language={language} />
            </td>
            <td>
              {told.choice ? choiceWords[language][told.choice] : w.silent}
              {told.responseStatus && `; ${responseWords[language][told.responseStatus]}`}
            </td>
          </tr>
        ))}
      />
    </>
  );
}

function What({ told, language }: { told: Told; language: Language }) {
  const { trackingId, ordinal } = told;
  if (!trackingId) return <>{words[language].notice}</>;
  return (
    <a href={`/console/advisories/${trackingId}`}>
      {trackingId} {ordinal === null ? words[language].notice : `[${formatOrdinal(ordinal)}]`}
    </a>
  );
}

function Reached({ told, language }: { told: Told; language: Language }) {
  const w = words[language];
  if (told.reachedAt) return <Moment at={told.reachedAt} language={language} />;
  if (told.open > 0) return <>{w.underWay}</>;
  return <span class="tag urgent">{w.notReached}</span>;
}
