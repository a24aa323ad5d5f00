import { createTelegram } from '../../src/channel/telegram/telegram.ts';
import { atEnd } from '../support/at-end.ts';
import type { Manner, Stage } from './contract.ts';
import { type Behaviour, openTelegram } from './telegram-server.ts';

const behaviours: Record<Extract<Manner, string>, (target: string) => Behaviour> = {
  'refuse for good': (target) => ({ error_code: 400, description: `Bad Request: no ${target}` }),
  'refuse for now': (target) => ({ error_code: 500, description: `Internal, ${target}` }),
  'drop before the text': () => 'drop',
  'drop after the text': () => 'drop',
  'never answer the address': () => 'hang',
};

/** Telegram's side on loopback, and the channel to it. */
export async function openBoth() {
  const telegram = await openTelegram();
  const channel = createTelegram(telegram);
  let away = false;
  const goAway = async () => {
    if (!away) await telegram.close();
    away = true;
  };
  atEnd(async () => {
    await channel.close();
    await goAway();
  });
  return { telegram, channel, goAway };
}

export async function openTelegramStage(): Promise<Stage> {
  const { telegram, channel, goAway } = await openBoth();
  return {
    channel,
    whole: true,
    target: (name) => `@${name}_nl`,
    behave: (target, manner) =>
      telegram.behave(
        target,
        typeof manner === 'string' ? behaviours[manner](target) : { until: manner.takeOnce },
      ),
    taken: () => telegram.answered.map(({ chat }) => chat),
    held: telegram.held,
    goAway,
  };
}
