import { mailboxOf } from '../country/mailable.ts';
import { advance, minutesFrom } from './advance.ts';
import { replyOf } from './reply.ts';
import type { Mailing, Stage } from './stage.ts';

/** Some ministries revise what they told the government CIO: on the same page, by the same link. */
export async function reviseResponses(stage: Stage, mailings: Mailing[]): Promise<void> {
  const mailing = mailings.findLast(({ asks }) => asks === 'comply or explain');
  if (!mailing) return;
  const { since, until } = mailing;
  const visits = stage.country.contacts.flatMap((contact) => {
    const address = mailboxOf(contact);
    const reply = replyOf(stage, contact, 'again');
    return address && reply ? [{ address, since, until, ...reply }] : [];
  });
  await stage.world.open(visits);
  await advance(stage.hub, minutesFrom(await stage.hub.now(), 5));
  const { answered } = await stage.world.answer();
  stage.report(`${mailing.name}  ${answered} ministries revised their response`);
}
