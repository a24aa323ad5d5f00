import { createEmail } from '../../src/channel/email/email.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Behaviour } from '../support/smtp-server.ts';
import type { Manner, Stage } from './contract.ts';
import { exampleConfig } from './example.ts';

const behaviours: Record<Extract<Manner, string>, (target: string) => Behaviour> = {
  'refuse for good': (target) => ({ code: 550, message: `<${target}>: no such user ${target}` }),
  'refuse for now': (target) => ({ code: 450, message: `4.2.0 ${target} is greylisted` }),
  'drop before the text': () => 'drop before data',
  'drop after the text': () => 'drop after data',
  'never answer the address': () => 'hang',
};

/** A relay on loopback, in plain text. */
export async function openEmailStage(): Promise<Stage> {
  const smtp = await openTestSmtp();
  const channel = createEmail(exampleConfig({ relays: [smtp.relay], connections: 3 }));
  let away = false;
  atEnd(() => channel.close());
  let held = 0;
  const looking = new Set<() => void>();
  return {
    channel,
    target: (name) => `${name}@example.org`,
    behave(target, manner) {
      if (typeof manner === 'string') return smtp.behave(target, behaviours[manner](target));
      // A thenable is asked when the text has come in: the moment from which the relay holds the message.
      const until = {
        // biome-ignore lint/suspicious/noThenProperty: it must be awaited to be noticed
        then: (...settle: Parameters<Promise<unknown>['then']>) => {
          held += 1;
          for (const look of looking) look();
          return manner.takeOnce.then(...settle);
        },
      };
      smtp.behave(target, { until: until as Promise<unknown> });
    },
    taken: () => smtp.messages.filter(({ answered }) => answered).map(({ to }) => to),
    held: (count) =>
      new Promise((resolve) => {
        const look = () => held >= count && resolve();
        looking.add(look);
        look();
      }),
    async goAway() {
      if (!away) await smtp.close();
      away = true;
    },
  };
}
