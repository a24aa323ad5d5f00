import { GrammyError, HttpError } from 'grammy';
import type { Config } from '../config.ts';
import { apiOf, inTime } from '../http/bot/api.ts';
import { registerBot } from '../http/bot/register.ts';
import { exitCodes, UsageError } from './exit-code.ts';
import { type Reached, telegramHost } from './reach.ts';
import { answer } from './run.ts';

/**
 * Tells Telegram by which way the bot is told what people say, as the settings have it, and prints how that goes: for
 * Workers, which have no start at which they could. Exit code 3: Telegram does not answer, or refuses.
 */
export async function tellTelegram(config: Config, options: { json?: boolean }): Promise<void> {
  const { telegram } = config;
  if (!telegram) throw new UsageError('TELEGRAM_TOKEN is missing: there is no bot to speak for.');
  try {
    await registerBot(config);
    const {
      url,
      pending_update_count: waiting,
      last_error_message,
    } = await apiOf(telegram).getWebhookInfo(inTime());
    const lastError = last_error_message ?? null;
    answer({ url: url || null, waiting, lastError }, options, [
      url ? `Telegram calls ${url}` : 'Telegram calls nobody: a hub on Node asks it.',
      `waiting ${waiting}`,
      ...(lastError ? [`last error: ${lastError}`] : []),
    ]);
  } catch (error) {
    const said = whyNot(error);
    const reached: Reached = { what: `Telegram at ${telegramHost(telegram)}`, ok: false, said };
    answer({ reached: [reached] }, options, [`${reached.what}: NOT REACHED, ${said}`]);
    process.exitCode = exitCodes.away;
  }
}

/** Whether Telegram answers, and as which bot. */
export async function reachTelegram(telegram: NonNullable<Config['telegram']>): Promise<Reached> {
  const what = `Telegram at ${telegramHost(telegram)}`;
  try {
    const { username } = await apiOf(telegram).getMe(inTime());
    const { botName = username } = telegram;
    const same = botName.toLowerCase() === username.toLowerCase();
    if (same) return { what, ok: true, said: `the bot is @${username}` };
    return { what, ok: false, said: `the bot is @${username}, not TELEGRAM_BOT_NAME` };
  } catch (error) {
    return { what, ok: false, said: whyNot(error) };
  }
}

/** In words without the token. */
function whyNot(error: unknown): string {
  if (error instanceof GrammyError && error.error_code === 401) return 'the token is wrong (401)';
  if (error instanceof GrammyError) return `it says ${error.error_code}: ${error.description}`;
  if (!(error instanceof HttpError)) throw error;
  return `no answer (${(error.error as { code?: string } | null)?.code ?? 'no reason given'})`;
}
