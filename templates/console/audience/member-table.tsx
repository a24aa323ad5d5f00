import type { Language } from '../../../src/advisory/language.ts';
import type { Member } from '../../../src/audience/audience-members.ts';
import { kindWords } from '../../kind-words.ts';
import { Table } from '../table.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: { title: (n: number) => `Wie er nu in zit (${n})`, empty: 'Nu zit er geen organisatie in.' },
  en: { title: (n: number) => `Who is in it now (${n})`, empty: 'No organisation is in it now.' },
};

type Props = { members: readonly Member[]; count: number; language: Language };

/** Organisations that a selection means now; who cannot be reached is loud. */
export function MemberTable({ members, count, language }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <Table
      id="members"
      caption={w.title(count)}
      head={[a.name, a.kind, a.sector, a.working]}
      empty={w.empty}
      rows={members.map(({ id, name, kind, sector, workingAddresses }) => (
        <tr>
          <th scope="row">
            <a href={`/console/organisations/${id}`}>{name}</a>
          </th>
          <td>{kindWords[language][kind]}</td>
          <td>{sector ?? '–'}</td>
          <td>
            {workingAddresses > 0 ? workingAddresses : <span class="tag urgent">{a.nobody}</span>}
          </td>
        </tr>
      ))}
    />
  );
}
