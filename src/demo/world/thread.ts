import { parentPort, workerData } from 'node:worker_threads';
import { createChats } from './chat.ts';
import type { Entry } from './entry.ts';
import { hangUp } from './exchange.ts';
import { createMailFile, openMailReader } from './mail-file.ts';
import type { Answer, Ask, Beginning, Tell } from './message.ts';
import { openPartner } from './partner.ts';
import { createPeople } from './people.ts';
import { openPostOffice } from './post-office.ts';
import { openTelegram } from './telegram.ts';

// The world outside the hub: mail servers, Telegram, a partner's machine and the people who read there. It has a thread of its own, as it would have
// machines of its own, so that the hub is not slowed down by what is not the hub's work.
const { hub, path, tempers } = workerData as Beginning;
const tell = (message: Tell) => parentPort?.postMessage(message);

const file = createMailFile(path);
const reader = await openMailReader(path);
const entries: Entry[] = [];
/** How many of them the demo has been told of: those that come together are told together. */
let told = 0;
function tellOfMail() {
  tell({ kind: 'mail', entries: entries.slice(told) });
  told = entries.length;
}
const people = createPeople({ hub, entries, read: reader.read });
const office = await openPostOffice({
  tempers,
  onMail(to, raw) {
    entries.push(file.append(to, raw));
    if (told === entries.length - 1) setImmediate(tellOfMail);
  },
});

const telegram = await openTelegram();
const chats = createChats(telegram);
const partner = await openPartner(hub);

async function handle(ask: Ask): Promise<Answer> {
  if (ask.kind === 'open') return people.open(ask.visits);
  if (ask.kind === 'answer') return people.answer();
  if (ask.kind === 'link') return chats.link(ask.chatters);
  if (ask.kind === 'press') return chats.press(ask.choice);
  if (ask.kind === 'posts') return telegram.posts;
  if (ask.kind === 'received') return partner.received;
  if (ask.kind === 'subscribe') return partner.subscribe(ask.key);
  if (ask.kind === 'count') {
    tellOfMail();
    await partner.atRest();
    return entries.length;
  }
  hangUp();
  await Promise.all([telegram.close(), partner.close(), office.close()]);
  file.close();
  await reader.close();
  return entries.length;
}

parentPort?.on('message', async (ask: Ask) => {
  try {
    tell({ kind: 'done', id: ask.id, answer: await handle(ask) });
  } catch (error) {
    tell({
      kind: 'failed',
      id: ask.id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
});
tell({ kind: 'ready', port: office.port, telegram: telegram.url });
