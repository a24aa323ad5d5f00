import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import type { BoardPageProps } from './board-page.tsx';
import { choiceWords } from './words.ts';

const words = {
  nl: {
    title: (n: number) => `Antwoorden die van een machine lijken (${n})`,
    what: 'Ze tellen niet mee. Vraag de contactpersoon of hij dit zelf antwoordde, en bevestig het dan.',
    confirm: 'Bevestigen',
    confirmOf: (who: string) => `Bevestigen: het antwoord van ${who}`,
    because: {
      'it filled a field that people do not see': 'vulde een veld in dat mensen niet zien',
      'it came sooner than anyone can read': 'kwam sneller dan iemand kan lezen',
      'it was fetched ahead': 'werd vooruit opgehaald',
      'it does not say which browser it came from': 'zegt niet uit welke browser het komt',
      'it came from a program, not a browser': 'komt van een programma, niet uit een browser',
      'it asks for no language': 'vraagt om geen taal',
      'it does not ask for a page': 'vraagt niet om een pagina',
    } as Record<string, string>,
  },
  en: {
    title: (n: number) => `Answers that look automatic (${n})`,
    what: 'They do not count. Ask the contact whether it was theirs, and confirm it then.',
    confirm: 'Confirm',
    confirmOf: (who: string) => `Confirm: the answer of ${who}`,
    because: {} as Record<string, string>,
  },
} satisfies Record<Language, unknown>;

/** Answers that a person has to confirm before they count. */
export function Suspects({ frame, board, suspects, filled }: BoardPageProps) {
  const { language, caller } = frame;
  const w = words[language];
  if (suspects.length === 0) return null;
  const may = caller.roles.includes('duty officer');
  return (
    <section aria-labelledby="suspects">
      <h2 id="suspects">{w.title(suspects.length)}</h2>
      <p>{w.what}</p>
      {filled && <ErrorSummary filled={filled} language={language} />}
      <ul class="entries">
        {suspects.map(({ deliveryId, choice, contact, organisations, ordinal, suspicion, at }) => {
          const who = `${contact ?? ''} (${organisations.join(', ')})`;
          return (
            <li>
              <strong>{who}</strong>, {formatOrdinal(ordinal)}: {choiceWords[language][choice]},{' '}
              <Moment at={at} language={language} />; {w.because[suspicion ?? ''] ?? suspicion}
              {may && (
                <form
                  id={`confirm-${deliveryId}`}
                  method="post"
                  action={`/console/advisories/${board.trackingId}/confirmations`}
                >
                  <input type="hidden" name="deliveryId" value={deliveryId} />
                  <input type="hidden" name="choice" value={choice} />
                  <button type="submit" class="second" aria-label={w.confirmOf(who)}>
                    {w.confirm}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
