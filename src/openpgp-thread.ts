import { workerData } from 'node:worker_threads';
import { DeliveryError } from './errors.ts';
import type { OpenPgpSetting } from './openpgp.ts';
import { createMailCrypt } from './openpgp-mail.ts';
import { answerAsThread } from './thread.ts';

/** A text to be signed, or with somebody's armored public key to be encrypted. */
export type Wish = { text: string; key: string | null };
export type Answer =
  | { signed: { signature: string; micalg: string } | null }
  | { encrypted: string }
  /** An error's class does not pass between threads. */
  | { refused: string };

const crypt = createMailCrypt({ openpgp: workerData as OpenPgpSetting | undefined });

answerAsThread<Wish, Answer>(async ({ text, key }) => {
  try {
    if (key !== null) return { encrypted: await crypt.encrypt(text, key) };
    return { signed: (await crypt.sign?.(text)) ?? null };
  } catch (error) {
    if (error instanceof DeliveryError) return { refused: error.message };
    throw error;
  }
});
