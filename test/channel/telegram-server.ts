import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it came in: the method of the Bot API and what it was asked. */
export type Call = { method: string; chat: string; body: Record<string, unknown> };

/** As much of an update as the stand-in looks at. */
export type Update = { update_id: number } & Record<string, unknown>;

/** How a call is answered: an error of the Bot API, a dropped connection, silence, or taken once a promise is kept. */
export type Behaviour =
  | { error_code: number; description: string; parameters?: Record<string, unknown> }
  | 'drop'
  | 'hang'
  | { until: Promise<unknown> };

/** A stand-in for Telegram's Bot API on a port of its own. Whoever is not spoken of is answered at once. */
export async function openTelegram(token = '7:test') {
  const behaviours = new Map<string, Behaviour>();
  const calls: Call[] = [];
  const answered: Call[] = [];
  const watchers = new Set<() => void>();
  let held = 0;
  let messages = 100;
  const updates: Update[] = [];
  const polls = new Set<() => void>();

  /** Holds a question until there is something new, as long as whoever asks stays. */
  async function waitForUpdates({ offset = 0 }: { offset?: number }, request: IncomingMessage) {
    const left = () => updates.filter(({ update_id }) => update_id >= offset);
    while (left().length === 0 && !request.socket.destroyed)
      await new Promise<void>((resolve) => {
        polls.add(resolve);
        request.socket.once('close', resolve);
      });
    return left();
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = text ? JSON.parse(text) : {};
    const [, bot, method = ''] = request.url?.split('/') ?? [];
    if (bot !== `bot${token}`) return say(response, { error_code: 404, description: 'Not Found' });
    const chat = String(body.chat_id ?? '');
    const call = { method, chat, body };
    calls.push(call);
    const behaviour = behaviours.get(`${method} ${chat}`) ?? behaviours.get(chat);
    if (behaviour === 'drop') return request.socket.destroy();
    if (behaviour === 'hang') return;
    if (behaviour && 'error_code' in behaviour) return say(response, behaviour);
    if (behaviour) {
      held += 1;
      for (const look of watchers) look();
      await behaviour.until;
    }
    if (method === 'getUpdates')
      return say(response, { result: await waitForUpdates(body, request) });
    messages += 1;
    answered.push(call);
    say(response, { result: resultOf(method, body, messages) });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    token,
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    answered,
    /** For every call to a chat, or for one method: `editMessageText 7`. */
    behave: (what: string, behaviour: Behaviour) => void behaviours.set(what, behaviour),
    forgive: (what: string) => void behaviours.delete(what),
    /** Somebody says something: whoever asks for updates hears it, until they ask on from behind it. */
    tell(update: Update) {
      updates.push(update);
      for (const look of [...polls]) look();
      polls.clear();
    },
    held: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => held >= count && resolve();
        watchers.add(look);
        look();
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Telegram = Awaited<ReturnType<typeof openTelegram>>;

function say(response: ServerResponse, what: Record<string, unknown>) {
  const ok = 'result' in what;
  response.writeHead(ok ? 200 : Number(what.error_code), { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ ok, ...what }));
}

function resultOf(method: string, { chat_id }: Record<string, unknown>, message_id: number) {
  if (method === 'getMe') return { id: 7, is_bot: true, first_name: 'hub', username: 'hub_bot' };
  const isMessage = method === 'sendMessage' || method === 'editMessageText';
  return isMessage
    ? { message_id, date: 1_578_735_000, chat: { id: chat_id, type: 'private' } }
    : true;
}
