import { GrammyError, HttpError } from 'grammy';
import { DeliveryError } from '../../errors.ts';

/** The chat will not be there again by itself: the bot was blocked or put out, the account or the group is no more. */
const gone =
  /blocked by the user|user is deactivated|chat not found|user not found|kicked from|not a member|group chat was deleted|group chat was deactivated|PEER_ID_INVALID|can't initiate conversation/i;

/** No connection came about, so that nothing can have arrived. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * What a failed call means for the delivery. A request leaves whole: whatever is not answered may have arrived, unless
 * no connection came about. The words name neither the chat nor the token.
 */
export function failureOf(error: unknown, target: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof GrammyError) return refusal(error, target);
  if (!(error instanceof HttpError)) throw error;
  const code = (error.error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && unreached.has(code))
    return new DeliveryError(`Telegram cannot be reached: ${code}`, {
      permanent: false,
      relay: true,
    });
  const message = 'Telegram did not answer: the message may have arrived.';
  return new DeliveryError(message, { permanent: false, inDoubt: true });
}

function refusal({ error_code, description, parameters }: GrammyError, target: string) {
  const said = printable(description.replaceAll(target, '…'));
  const message = `Telegram ${error_code}: ${said}`;
  if (error_code === 429)
    return new DeliveryError(message, {
      permanent: false,
      retryAfter: parameters.retry_after ?? 5,
    });
  // The token is wrong: that says nothing of any chat.
  if (error_code === 401 || error_code === 404)
    return new DeliveryError(message, { permanent: false, relay: true });
  if (error_code >= 500) return new DeliveryError(message, { permanent: false });
  return new DeliveryError(message, { permanent: true, gone: gone.test(description) });
}

const printable = (text: string) => text.replace(/\p{C}+/gu, ' ').slice(0, 400);
