import type { Config, Telegram } from '../../config.ts';
import { apiOf, inTime } from './api.ts';
import { updatesPath } from './routes.ts';
import { allowedUpdates } from './update.ts';

const commands = {
  nl: [
    { command: 'alles', description: 'Alle openbare adviezen' },
    { command: 'urgent', description: 'Alleen de urgente adviezen' },
    { command: 'stop', description: 'Geen adviezen meer' },
    { command: 'laatste', description: 'De nieuwste adviezen' },
    { command: 'help', description: 'Wat deze bot kan' },
  ],
  en: [
    { command: 'all', description: 'All public advisories' },
    { command: 'urgent', description: 'Only the urgent advisories' },
    { command: 'stop', description: 'No more advisories' },
    { command: 'latest', description: 'The newest advisories' },
    { command: 'help', description: 'What this bot can do' },
  ],
};

/**
 * Tells Telegram by which way the bot is told what people say, and which commands it knows. May be told as often as one
 * likes. @throws GrammyError | HttpError
 */
export async function registerBot(config: Config, signal?: AbortSignal): Promise<void> {
  const telegram = config.telegram as Telegram;
  const api = apiOf(telegram);
  if (telegram.webhookSecret)
    await api.setWebhook(
      config.publicUrl + updatesPath,
      { secret_token: telegram.webhookSecret, allowed_updates: allowedUpdates },
      inTime(signal),
    );
  else await api.deleteWebhook({}, inTime(signal));
  await api.setMyCommands(commands.en, {}, inTime(signal));
  await api.setMyCommands(commands.nl, { language_code: 'nl' }, inTime(signal));
}
