import { Api } from 'grammy';
import type { Telegram } from '../../config.ts';

const apis = new WeakMap<Telegram, Api>();

/** The Bot API as this installation's bot. */
export function apiOf(telegram: Telegram): Api {
  const known = apis.get(telegram);
  if (known) return known;
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  apis.set(telegram, api);
  return api;
}

/** How long Telegram may take to answer a call, in ms. */
const patience = 10_000;

/** Gives up a call that takes too long. grammY's types know the AbortSignal of another package; any one serves. */
export const inTime = (other?: AbortSignal) =>
  AbortSignal.any([AbortSignal.timeout(patience), ...(other ? [other] : [])]) as never;
