import { randomUUID } from 'node:crypto';
import type { Channel, Letter } from '../../channel/channel.ts';
import type { Hub } from '../../hub.ts';
import { type Ended, handOver } from '../hand-over.ts';
import { composeSample, type Sample } from '../sample.ts';

type Claimed = Sample & { id: number; email: string };

/** How long one may take, in seconds; a dispatcher that dies within leaves it unsent, to be asked for again. */
const leaseSeconds = 60;

const marks = {
  nl: 'TEST: dit bericht is alleen aan u verstuurd. De persoonlijke links erin werken niet.',
  en: 'TEST: this message was sent to you alone. The personal links in it do not work.',
};

/** Sends what operators asked for to themselves; the promise is how many were tried. One is tried once. */
export async function sendTestMails(hub: Hub, channels: Channel[]): Promise<number> {
  const channel = channels.find(({ name }) => name === 'email');
  if (!channel) return 0;
  let tried = 0;
  for (let next = await claim(hub); next; next = await claim(hub)) {
    tried += 1;
    await end(hub, next.id, await attempt(hub, channel, next));
  }
  return tried;
}

async function claim({ sql }: Hub): Promise<Claimed | null> {
  const [claimed] = await sql<Claimed[]>`
    UPDATE test_mails t SET leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    FROM operators o
    WHERE o.id = t.operator_id
      AND t.id = (SELECT id FROM test_mails
                  WHERE ended_at IS NULL AND leased_until IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING t.id, t.version_id, t.reason, t.position, t.form, t.owner, t.language, o.email`;
  return claimed ?? null;
}

async function attempt(hub: Hub, channel: Channel, test: Claimed): Promise<Ended> {
  const { publicUrl } = hub.config;
  const to = {
    target: test.email,
    key: `test-${randomUUID()}`,
    slots: {
      acknowledge: `${publicUrl}/acknowledge/test`,
      unsubscribe: `${publicUrl}/unsubscribe/test`,
    },
  };
  const write = async () => marked(await composeSample(hub, test));
  return handOver(hub, channel, { write, to, timeoutMs: leaseSeconds * 800 });
}

/** Nobody may take it for the message itself, in the list of a mailbox or when it is open. */
function marked(letter: Letter): Letter {
  const mark = marks[letter.language];
  return {
    ...letter,
    subject: `[TEST] ${letter.subject}`,
    text: `${mark}\n\n${letter.text}`,
    html: letter.html.replace(/<body[^>]*>/, (body) => `${body}<p><strong>${mark}</strong></p>`),
    urgent: false,
  };
}

async function end({ sql }: Hub, id: number, { sent, detail }: Ended): Promise<void> {
  await sql`
    UPDATE test_mails SET ended_at = clock_timestamp(), leased_until = NULL, sent = ${sent}, detail = ${detail}
    WHERE id = ${id}`;
}
