import { addAudience } from '../../src/audience/audience.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import type { Client } from '../../src/database/connect.ts';
import type { Hub } from '../../src/hub.ts';
import { highHigh } from '../advisory/example.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople } from '../advisory/people.ts';
import { addProviders, addReaders } from '../support/crowd.ts';

/**
 * Invents `messages` people: six in ten are subscribers, the others contacts of vital providers with two addresses
 * each, of which the second is tried when the first is refused for good. Some servers refuse, some do for now.
 * The promise is every address that the one publication is meant for.
 */
export async function inviteAudience(
  sql: Client,
  { messages, urgent }: { messages: number; urgent: boolean },
): Promise<string[]> {
  await addReaders(sql, Math.round(messages * 0.6));
  await addProviders(sql, messages - Math.round(messages * 0.6), { addressesEach: 2 });
  await sql`UPDATE addresses SET target = 'refused.' || target WHERE id % 97 = 0`;
  // An ordinary one would come back in two minutes, which a round does not wait for.
  if (urgent)
    await sql`UPDATE addresses SET target = 'later.' || target WHERE id % 53 = 0 AND id % 97 <> 0`;
  const rows = await sql<{ target: string }[]>`
    SELECT a.target FROM addresses a
    LEFT JOIN addresses first ON first.contact_id = a.contact_id AND first.preference = 0
    WHERE a.preference = 0 OR first.target LIKE 'refused.%'`;
  return rows.map(({ target }) => target);
}

/**
 * Anouk writes, Pieter approves, Dewi publishes, and the policy makes two dispatches of it: to the providers by their
 * preferred address, to the public by all.
 */
export async function publishToAll(hub: Hub, urgent: boolean): Promise<void> {
  const people = await hirePeople(hub);
  const audiences = [
    {
      name: 'providers',
      selection: { kinds: ['vital provider' as const] },
      channelRule: 'preferred' as const,
    },
    { name: 'public', selection: { public: true }, channelRule: 'every' as const },
  ];
  for (const [index, { channelRule, ...audience }] of audiences.entries()) {
    const audienceId = await addAudience(hub, {
      ...audience,
      tlpCeiling: 'RED',
      operatorId: people.fatima,
    });
    await addPolicyLine(hub, {
      position: index + 1,
      audienceId,
      channelRule,
      operatorId: people.fatima,
    });
  }
  await toPublication(hub, people, urgent ? { likelihood: 'high', matrix: highHigh } : {});
}
