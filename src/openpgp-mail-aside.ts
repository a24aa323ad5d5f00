import { availableParallelism } from 'node:os';
import { DeliveryError } from './errors.ts';
import type { OpenPgpSetting } from './openpgp.ts';
import type { createMailCrypt } from './openpgp-mail.ts';
import type { Answer, Wish } from './openpgp-thread.ts';
import { createThreads } from './threads.ts';

/** One processor is the main thread's; more than four would outrun any relay. */
const count = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * Does what `createMailCrypt` does in threads beside the main one, which a signature would hold up for a millisecond and
 * more. Where a thread breaks, the mail is not sent, and is tried again like any other.
 */
export function createMailCryptAside({
  openpgp,
}: {
  openpgp: OpenPgpSetting | undefined;
}): ReturnType<typeof createMailCrypt> {
  const threads = createThreads<Wish, Answer>(new URL('./openpgp-thread.ts', import.meta.url), {
    count,
    data: openpgp,
    seconds: 30,
    megabytes: 128,
  });
  return {
    sign: openpgp
      ? async (text) => {
          const answer = await threads.ask({ text, key: null });
          return 'signed' in answer ? answer.signed : refuse(answer);
        }
      : null,
    async encrypt(text, key) {
      const answer = await threads.ask({ text, key });
      return 'encrypted' in answer ? answer.encrypted : refuse(answer);
    },
    close: threads.close,
  };
}

function refuse(answer: Answer): never {
  const why = 'refused' in answer ? answer.refused : 'The thread answered something else.';
  throw new DeliveryError(why, { permanent: true });
}
