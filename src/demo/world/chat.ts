import type { Choice } from '../../acknowledgement/choice.ts';
import type { Button, Post } from './post.ts';
import type { Person, Telegram } from './telegram.ts';

/** Somebody of an organisation, whose chat becomes an address of their contact. */
export type Chatter = Person & { code: string };

export type Chats = {
  /** Everybody shows the bot the code that they were given; how many there are. */
  link(chatters: Chatter[]): Promise<number>;
  /** Everybody presses this choice under the newest message in their chat, where it offers one; how many did. */
  press(choice: Choice): Promise<number>;
};

/** The people who have the bot in a chat of their own. */
export function createChats(telegram: Telegram): Chats {
  const people: Person[] = [];
  const answered = new Set<Post>();
  return {
    async link(chatters) {
      for (const { code, ...person } of chatters) {
        await telegram.say(person, `/start ${code}`);
        people.push(person);
      }
      return people.length;
    },
    async press(choice) {
      let pressed = 0;
      for (const person of people) {
        const post = telegram.posts.findLast(({ chat }) => chat === person.chat);
        const button = post?.buttons.flat().find(isChoice(choice));
        if (!post || !button || answered.has(post)) continue;
        answered.add(post);
        await telegram.press(person, post, button);
        pressed += 1;
      }
      return pressed;
    },
  };
}

/** As the hub's buttons say it; those of the bot's own menu say something else. */
const isChoice =
  (choice: Choice) =>
  ({ callback_data: data }: Button) =>
    data?.startsWith(`ack:${choice}:`);
