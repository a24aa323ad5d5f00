import type { PolicyLine } from '../../../src/audience/policy-line.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { askedWords, howWords, whenWords } from './policy-words.ts';
import { PostButton } from './post-button.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    title: 'Beleid',
    intro:
      'Bij elke publicatie worden de regels van boven naar beneden gelezen. Een adres dat in meer regels valt, hoort bij de eerste die het mag inlichten. Wie een versie kreeg, krijgt daarnaast altijd de volgende.',
    add: 'Regel toevoegen',
    place: 'Regel',
    when: 'Bij',
    how: 'Hoe',
    asked: 'Gevraagd',
    deeds: 'Wat u kunt doen',
    up: 'Omhoog',
    down: 'Omlaag',
    line: 'regel',
    empty: 'Het beleid is leeg: een publicatie bereikt nu niemand vanzelf.',
  },
  en: {
    title: 'Policy',
    intro:
      'At each publication the lines are read from top to bottom. An address that several lines mean belongs to the first that may tell it. Whoever got a version always gets the next one as well.',
    add: 'Add a line',
    place: 'Line',
    when: 'For',
    how: 'How',
    asked: 'Asked',
    deeds: 'What you can do',
    up: 'Up',
    down: 'Down',
    line: 'line',
    empty: 'The policy is empty: a publication now reaches nobody by itself.',
  },
};

type Props = { frame: Frame; lines: readonly PolicyLine[]; filled: Filled };

/** The policy as a table that anybody can review. */
export function PolicyPage({ frame, lines, filled }: Props) {
  const { language, caller } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  const may = caller.roles.includes('administrator');
  return (
    <ConsoleFrame {...frame} title={w.title} here="policy">
      <h1>{w.title}</h1>
      <ErrorSummary filled={filled} language={language} />
      <p>{w.intro}</p>
      {may && (
        <p class="actions">
          <a class="button" href="/console/policy/new">
            {w.add}
          </a>
        </p>
      )}
      <Table
        id="policy"
        caption={w.title}
        head={[w.place, w.when, a.audience, w.how, w.asked, ...(may ? [w.deeds] : [])]}
        empty={w.empty}
        rows={lines.map((line, index) => (
          <tr>
            <th scope="row">{index + 1}</th>
            <td>{whenWords(line, language)}</td>
            <td>
              <a href={`/console/audiences/${line.audienceId}`}>{line.audienceName}</a>
            </td>
            <td>{howWords(line, language)}</td>
            <td>{askedWords(line, language)}</td>
            {may && (
              <td>
                <Deeds frame={frame} lines={lines} index={index} />
              </td>
            )}
          </tr>
        ))}
      />
      {!may && <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}

type DeedsProps = Omit<Props, 'filled'> & { index: number };

function Deeds({ frame: { language }, lines, index }: DeedsProps) {
  const [w, a] = [words[language], audienceWords[language]];
  const { id, revision } = lines[index] as PolicyLine;
  const order = lines.map((line) => line.id).join(',');
  const of = `${w.line} ${index + 1}`;
  const move = (to: 'up' | 'down') => (
    <PostButton action="/console/policy/order" fields={{ order, line: String(id), to }} of={of}>
      {w[to]}
    </PostButton>
  );
  return (
    <div class="deeds">
      {index > 0 && move('up')}
      {index < lines.length - 1 && move('down')}
      <a href={`/console/policy/${id}`}>
        {a.change}
        <span class="unseen"> {of}</span>
      </a>
      <PostButton action={`/console/policy/${id}/end`} fields={{ expected: revision }} of={of}>
        {a.end}
      </PostButton>
    </div>
  );
}
