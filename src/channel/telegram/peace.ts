/** Chats that asked to be left alone for a while, each by itself. Times are in ms on a clock that never goes back. */
export function createPeace() {
  const until = new Map<string, number>();
  return {
    /** How many seconds a chat still wants peace; 0: it may be asked. */
    left(chat: string, now: number): number {
      const end = until.get(chat) ?? 0;
      if (end > now) return Math.ceil((end - now) / 1000);
      until.delete(chat);
      return 0;
    },
    keep(chat: string, seconds: number, now: number): void {
      for (const [other, end] of until) if (end <= now) until.delete(other);
      until.set(chat, now + seconds * 1000);
    },
  };
}
