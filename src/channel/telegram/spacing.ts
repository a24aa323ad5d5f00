import { setTimeout as wait } from 'node:timers/promises';

/** Keeps messages to one chat apart; those to others wait for nothing. Only chats of the last moment are remembered. */
export function createSpacing(perSecond: number) {
  const freeAt = new Map<string, number>();
  return {
    /** Settles when the chat may be written to again; waits in turn, and no longer than it is let. */
    async turn(chat: string, timeoutMs: number): Promise<void> {
      const now = performance.now();
      for (const [other, at] of freeAt) if (at <= now) freeAt.delete(other);
      const at = Math.min(freeAt.get(chat) ?? now, now + timeoutMs);
      freeAt.set(chat, at + 1000 / perSecond);
      if (at > now) await wait(at - now);
    },
  };
}
