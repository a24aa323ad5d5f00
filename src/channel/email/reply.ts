import type { NodemailerError } from 'nodemailer/lib/errors';
import { DeliveryError } from '../../errors.ts';
import type { Step } from './command.ts';
import type { Reply } from './reply-reader.ts';

/** What went wrong before a relay would take any message: says nothing of a recipient. */
export function openingError(error: NodemailerError): DeliveryError {
  const message = tidy(error.response || error.message, '');
  return new DeliveryError(message, { permanent: false, relay: true });
}

/** What a refused step means for its message (RFC 5321 §4.2.1, §4.2.5), in the relay's own words. */
export function refusal(step: Step, { code, words }: Reply, target: string): DeliveryError {
  const message = tidy(words, target);
  if (isAboutRelay(step, code))
    return new DeliveryError(message, { permanent: false, relay: true });
  // Something that is no reply came for the text: nobody knows who has the message.
  const inDoubt = step === 'TEXT' && (code < 400 || code > 599);
  return new DeliveryError(message, { permanent: code >= 500 && code < 600, inDoubt });
}

/** Refused credentials, or a refused sender: our own address, the same for everybody. 552: this message is too large. */
function isAboutRelay(step: Step, code: number): boolean {
  if (code === 530 || code === 535 || code === 538) return true;
  return step === 'MAIL' && code !== 552;
}

/** Words for the ledger: one line of at most 500 characters without any address. */
export function tidy(words: string, target: string): string {
  const local = target.slice(0, target.lastIndexOf('@'));
  let tidied = words.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  for (const secret of [target, encodeURIComponent(target)]) tidied = without(tidied, secret);
  tidied = tidied.replace(/[^\s<>()[\]"',;:]+@[^\s<>()"',;:]+/g, '[address]');
  return without(tidied, local).slice(0, 500).toWellFormed();
}

/** Takes a word out, in any case, where it stands by itself. */
function without(text: string, word: string): string {
  if (word === '' || !text.toLowerCase().includes(word.toLowerCase())) return text;
  const literal = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return text.replace(new RegExp(`(?<![a-z0-9])${literal}(?![a-z0-9])`, 'gi'), '[address]');
}
