import { beforeEach, expect, test } from 'vitest';
import { addAddress } from '../../src/audience/add-address.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { createTelegram } from '../../src/channel/telegram/telegram.ts';
import { linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import type { Telegram } from '../channel/telegram-server.ts';
import { untilFinal } from '../fanout/fan-out.ts';
import { passage, pressed, upgraded } from '../http/bot/people.ts';
import { bring, openBot, saidIn } from '../http/bot/webhook.ts';
import { atEnd } from '../support/at-end.ts';
import type { TestHub } from '../support/hub.ts';

// The SOC of a vital provider reads in a group. When Telegram makes a supergroup of it, it has another number, and counts
// its messages anew.

const group = -42;
const supergroup = -10_042;

let hub: TestHub;
let telegram: Telegram;
let people: People;
let contactId: number;

beforeEach(async () => {
  ({ hub, telegram } = await openBot());
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const kind = 'vital provider' as const;
  const organisationId = await addOrganisation(hub, { name: 'Net', kind, operatorId });
  const organisations = [{ organisationId, role: 'SOC' }];
  contactId = await addContact(hub, { name: 'SOC', organisations, functional: true, operatorId });
  await addGroup(group);
  const selection = { kinds: [kind] };
  const audienceId = await addAudience(hub, {
    name: 'all',
    selection,
    tlpCeiling: 'RED',
    operatorId,
  });
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId });
  const channel = createTelegram(telegram);
  const fanout = await runFanout(hub, [channel], linksOf(hub));
  atEnd(async () => {
    await channel.close();
    await fanout.stop();
  });
});

const addGroup = (number: number) => {
  const address = { channel: 'telegram' as const, target: String(number), verified: true };
  return addAddress(hub, { contactId, address, operatorId: people.fatima });
};

/** Karim presses the first choice under the last message there. */
async function press(chat: number) {
  const [button] = saidIn(telegram, chat).at(-1)?.buttons ?? [];
  await bring(hub, pressed({ chat, name: 'Karim' }, { data: button?.callback_data ?? '' }));
}
const answers = () => hub.sql`SELECT choice, said_by FROM acknowledgements ORDER BY id`;
const addresses = () => hub.sql`
  SELECT target, lane, disabled_at IS NOT NULL AS disabled FROM addresses ORDER BY id`;
const taken = [{ choice: 'received', saidBy: 'Karim' }];

test('a press there counts before Telegram has told of the move, and after', async () => {
  telegram.behave(String(group), {
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: supergroup },
  });
  const { advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  await press(supergroup);
  expect(await answers()).toEqual(taken);
  // Telegram says that the bot is out of the old group, and then what became of that.
  await bring(hub, passage({ chat: group }, 'kicked'));
  await bring(hub, upgraded(group, supergroup));
  expect(await addresses()).toEqual([
    { target: '-10042', lane: 'telegram:-10042', disabled: false },
  ]);
  await toPublication(hub, people, { advisoryId, change: 'raised' });
  await untilFinal(hub);
  await press(supergroup);
  expect(await answers()).toEqual([...taken, ...taken]);
  const posts = telegram.answered.filter(({ method }) => method === 'sendMessage');
  expect(posts.map(({ chat }) => chat)).toEqual(['-10042', '-10042']);
  expect(posts[1]?.body.reply_parameters).toMatchObject({ message_id: 101 });
  const [row] = await hub.sql`SELECT actor, origin FROM audit_entries WHERE action = 'move chat'`;
  expect(row).toEqual({ actor: 'system', origin: 'telegram' });
});

test('the choice under a message from before the move counts, and a later one does not answer that', async () => {
  const { advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  await bring(hub, upgraded(group, supergroup));
  await press(group);
  expect(await answers()).toEqual(taken);
  await toPublication(hub, people, { advisoryId, change: 'raised' });
  await untilFinal(hub);
  const [, later] = telegram.answered.filter(({ method }) => method === 'sendMessage');
  expect(later?.chat).toBe('-10042');
  expect(later?.body.reply_parameters).toBeUndefined();
});

test('who has the new number as an address already keeps one', async () => {
  await addGroup(supergroup);
  await bring(hub, upgraded(group, supergroup));
  await bring(hub, upgraded(group, supergroup));
  expect(await addresses()).toMatchObject([
    { target: '-42', disabled: true },
    { target: '-10042', disabled: false },
  ]);
});
