import type { Captured } from '../../src/demo/mailbox/captured.ts';
import type { Elsewhere } from '../../src/demo/mailbox/elsewhere.tsx';
import type { Entry } from '../../src/demo/world/entry.ts';
import type { Post } from '../../src/demo/world/post.ts';
import type { Received } from '../../src/demo/world/received.ts';

type Message = { to: string; subject: string; html?: string };

/** What the demo's world would have caught: mail, in this order, and what came elsewhere. Its text links to `https://hub.test/acknowledge/abc`. */
export function capture(
  messages: Message[],
  elsewhere: Partial<{ posts: Post[]; received: Received[] }> = {},
): Captured & Elsewhere {
  const kept = new Map<Entry, Buffer>();
  for (const message of messages) {
    const raw = sourceOf(message);
    kept.set({ to: message.to, offset: kept.size, length: raw.length }, raw);
  }
  const { posts = [], received = [] } = elsewhere;
  return {
    entries: [...kept.keys()],
    read: async (entry) => kept.get(entry) as Buffer,
    posts: async () => posts,
    received: async () => received,
  };
}

function sourceOf({ to, subject, html = '<p>Dag</p>' }: Message): Buffer {
  const lines = [
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Wed, 18 Dec 2019 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Zie https://hub.test/acknowledge/abc.',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html lang="nl"><head><title>${subject}</title></head><body>${html}</body></html>`,
    '--b--',
  ];
  return Buffer.from(lines.join('\r\n'));
}
