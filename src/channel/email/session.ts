import type { Socket } from 'node:net';
import { DeliveryError } from '../../errors.ts';
import type { Finished } from '../channel.ts';
import { type Command, envelopeCommands, needsUtf8, type Step } from './command.ts';
import type { Envelope } from './finish.ts';
import type { Offer } from './offer.ts';
import type { Relay } from './relay.ts';
import { refusal } from './reply.ts';
import { createReplyReader, type Reply } from './reply-reader.ts';
import type { Task } from './task.ts';
import { wireText } from './text.ts';

/** After so many messages a session makes way for a new one: relays count, and their addresses change. */
const mostMessages = 200;
/** Relays end sessions that are silent for minutes; ours are gone before. */
const mostIdleMs = 30_000;
/** How long a server that took a text may leave the envelope behind it unanswered, before it is held to have lost it. */
const stallMs = 15_000;
const quitMs = 1000;

/** What a session needs of the transport that it works for. */
export type Host = {
  /** The next message for this session, if it should have one. */
  next(session: Session): Task | undefined;
  /** It will send nothing more. `misbehaved`: it does not do what PIPELINING promises. */
  ended(session: Session, how: { misbehaved: boolean }): void;
};

/** An open session with a relay, which fetches its work by itself. */
export type Session = {
  relay: Relay;
  /** Looks for work now. */
  advance(): void;
  isIdle(): boolean;
  /** Whether it carries a message that is not Urgent. */
  holdsOrdinary(): boolean;
  /** Gives up what is past its deadline, and a session that has been idle for long. */
  expire(now: number): void;
  /** Takes nothing more, finishes what it carries, says goodbye and ends. */
  close(): Promise<void>;
};

export type Opened = { socket: Socket; relay: Relay; offer: Offer };

/**
 * Sends message after message over one socket, one round trip each where the server offers PIPELINING (RFC 2920 §3.1):
 * the next envelope follows this text without waiting for its confirmation. At most one text is unconfirmed, so when the
 * session breaks off one message is in doubt and an envelope behind it never left.
 */
export function startSession({ socket, relay, offer }: Opened, host: Host, first: Task): Session {
  let text: Task | null = null;
  let envelope: (Task & { fresh: boolean; behindText: boolean }) | null = null;
  /** Why the envelope will not do, and whether the server holds half of it. */
  let failure: DeliveryError | null = null;
  let open = false;
  /** What of the envelope is not sent yet, where each line waits for the answer to the one before. */
  let unsent: Command[] = [];
  const expected: Step[] = [];
  let messages = 0;
  let lastHeard = performance.now();
  let draining = false;
  let doomed = false;
  let ended = false;
  const { promise: gone, resolve: leave } = Promise.withResolvers<void>();

  const session: Session = {
    relay,
    advance,
    isIdle: () => !text && !envelope && !draining && !ended,
    holdsOrdinary: () => (text !== null && !text.urgent) || (envelope !== null && !envelope.urgent),
    expire,
    close() {
      draining = true;
      advance();
      return gone;
    },
  };

  const read = createReplyReader(onReply);
  socket.on('data', (chunk) => {
    try {
      read(chunk);
    } catch {
      end();
    }
  });
  socket.once('close', () => end());
  socket.once('end', () => end());

  function advance() {
    while (!ended && !envelope && !draining && (!text || offer.pipelining)) {
      if (messages >= mostMessages) draining = true;
      const task = draining ? undefined : host.next(session);
      if (!task) break;
      begin(task);
    }
    if (draining && !ended && !text && !envelope && !expected.includes('QUIT')) quit();
  }

  function begin(task: Task) {
    const why = whyNot(task.message, offer);
    if (why) return task.failed(new DeliveryError(why, { permanent: true }));
    envelope = Object.assign(task, { fresh: messages === 0, behindText: text !== null });
    messages += 1;
    failure = null;
    const { envelope: addressed, bytes } = task.message;
    unsent = envelopeCommands(addressed as Envelope, bytes.length, offer);
    // An envelope that came to nothing still stands at the server, which would refuse a second MAIL.
    if (open) unsent.unshift({ step: 'RSET', line: 'RSET' });
    open = false;
    send(offer.pipelining ? unsent.length : 1);
  }

  function send(count: number) {
    const commands = unsent.splice(0, count);
    expected.push(...commands.map(({ step }) => step));
    socket.write(commands.map(({ line }) => `${line}\r\n`).join(''));
  }

  function onReply(reply: Reply) {
    if (ended) return;
    lastHeard = performance.now();
    const step = expected.shift();
    if (step === 'TEXT') return onText(reply);
    if (step === undefined || step === 'QUIT' || reply.code === 421) return onLast(step, reply);
    if (step === 'VOID') return advance();
    if (step === 'DATA') return onData(reply);
    if (step === 'RSET' && !isGood(reply)) return end();
    if (step === 'MAIL') open = isGood(reply);
    if (!isGood(reply)) fail(step, reply);
    if (unsent.length === 0 || !failure) return unsent.length > 0 ? send(1) : undefined;
    unsent = [];
    conclude();
  }

  function onText(reply: Reply) {
    const task = text as Task;
    text = null;
    if (isGood(reply)) task.taken(reply.words);
    else task.failed(refusal('TEXT', reply, task.message.target));
    if (doomed || reply.code === 421) return end();
    advance();
  }

  /** The whole envelope is answered: 354 for nobody is answered with a lone dot (RFC 2920 §3.1). */
  function onData(reply: Reply) {
    const task = envelope as Task;
    if (reply.code !== 354) {
      if (isGood(reply))
        failure ??= new DeliveryError('The relay asked for no text.', { permanent: false });
      else fail('DATA', reply);
      return conclude();
    }
    open = false;
    if (failure) {
      expected.push('VOID');
      socket.write('.\r\n');
      return conclude();
    }
    task.whenRoom(() => sendText(task));
  }

  /** The text leaves, and the next envelope behind it; while it waited the session may have ended. */
  function sendText(task: Task) {
    if (ended || envelope !== task) return;
    envelope = null;
    text = task;
    socket.cork();
    for (const piece of wireText(task.message.bytes)) socket.write(piece);
    expected.push('TEXT');
    advance();
    socket.uncork();
  }

  function fail(step: Step, reply: Reply) {
    if (!envelope) return;
    failure ??= refusal(step, reply, envelope.message.target);
    // A server that takes commands one by one, whatever it offers, says so at the first one behind a text.
    if (step === 'MAIL' && envelope.behindText && isOutOfStep(reply)) end({ misbehaved: true });
  }

  function conclude() {
    const task = envelope;
    envelope = null;
    task?.failed(failure as DeliveryError);
    advance();
  }

  /** The server ends the session, or says what nobody asked. */
  function onLast(step: Step | undefined, reply: Reply) {
    if (step !== undefined && step !== 'QUIT' && envelope?.fresh)
      failure ??= refusal('VOID', reply, envelope.message.target);
    end();
  }

  function quit() {
    expected.push('QUIT');
    socket.write('QUIT\r\n');
    setTimeout(end, quitMs).unref();
  }

  function end({ misbehaved = false } = {}) {
    if (ended) return;
    ended = true;
    socket.destroy();
    const [unconfirmed, waiting] = [text, envelope];
    text = null;
    envelope = null;
    host.ended(session, { misbehaved });
    unconfirmed?.failed(lost('did not confirm the message', true));
    // The first message of a session has its answer, else a relay that takes none would be asked for ever.
    if (waiting?.fresh) waiting.failed(failure ?? lost('did not take the message', false));
    else if (failure && !misbehaved) waiting?.failed(failure);
    else waiting?.again();
    leave();
  }

  function expire(now: number) {
    if (session.isIdle() && now - lastHeard > mostIdleMs) void session.close();
    if (text && text.deadline <= now) return end();
    const stalled = envelope?.behindText && !text && now - lastHeard > stallMs;
    if (stalled && expected[0] === 'MAIL') return end({ misbehaved: true });
    if (!envelope || envelope.deadline > now) return;
    const late = envelope;
    envelope = null;
    late.failed(lost('did not take the message in time', false));
    // The text before it may still be confirmed.
    if (text) doomed = true;
    else end();
  }

  begin(first);
  return session;
}

/** What a server's offer rules out before it is asked. */
function whyNot({ target, bytes }: Finished, offer: Offer): string | undefined {
  if (offer.size && bytes.length > offer.size)
    return `The message is larger than the relay takes: ${bytes.length} of ${offer.size} bytes.`;
  if (needsUtf8(target) && !offer.utf8)
    return 'The relay does not take addresses with letters beyond ASCII before the @ (SMTPUTF8): use another address, or another relay.';
  return undefined;
}

const isGood = ({ code }: Reply) => code >= 200 && code < 300;

const isOutOfStep = ({ code, words }: Reply) =>
  (code >= 500 && code <= 504) || /synchroni[sz]ation/i.test(words);

const lost = (what: string, inDoubt: boolean) =>
  new DeliveryError(`The relay ${what}; the connection ended.`, { permanent: false, inDoubt });
