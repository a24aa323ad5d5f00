import { createApp } from '../../../src/http/app.tsx';
import { hirePeople, type People } from '../../advisory/people.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { signIn } from '../../support/sign-in.ts';
import { createVisitor, firefox } from '../../support/visitor.ts';

export type Visitor = ReturnType<typeof createVisitor>;
export type Console = {
  hub: TestHub;
  people: People;
  /** Somebody's browser, signed in. */
  enter: (operatorId: number) => Promise<Visitor>;
  /** Otto's, who has no account. */
  otto: Visitor;
};

/** A hub with its people, who come to its console by browser. */
export async function openConsole(): Promise<Console> {
  const hub = await openTestHub();
  const people = await hirePeople(hub);
  const app = createApp(() => hub);
  return {
    hub,
    people,
    enter: async (who) => createVisitor(app, { ...firefox, ...(await signIn(hub, who)) }),
    otto: createVisitor(app),
  };
}
