import { ConsoleFrame, type Frame } from '../frame.tsx';
import { roleWords } from '../role-words.ts';
import type { Needs } from './need.ts';
import { Task } from './task.tsx';
import { homeWords } from './words.ts';

/** Where an operator starts: what waits for them, by role, each with the one thing to do. */
export function HomePage({ frame, all }: { frame: Frame; all: readonly Needs[] }) {
  const { language } = frame;
  const w = homeWords[language];
  return (
    <ConsoleFrame {...frame} title={w.title} here="home">
      <h1>{w.title}</h1>
      {all.length === 0 && <p class="empty">{w.roleless}</p>}
      {all.map(({ role, needs }) => (
        <section aria-labelledby={`as-${role.replace(' ', '-')}`}>
          <h2 id={`as-${role.replace(' ', '-')}`}>{w.as(roleWords[language][role])}</h2>
          {needs.length === 0 && <p class="empty">{w.nothing[role]}</p>}
          {role === 'author' && needs.length === 0 && (
            <p class="actions">
              <a class="button" href="/console/advisories/new">
                {w.write}
              </a>
              <a class="button second" href="/console/import">
                {w.import}
              </a>
            </p>
          )}
          {needs.length > 0 && (
            <ul class="tasks">
              {needs.map((need) => (
                <Task need={need} language={language} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </ConsoleFrame>
  );
}
