import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Relay } from '../../src/setting/relay.ts';

/**
 * What the server does with mail for an address: takes it; refuses it at RCPT with a code and words; drops the
 * connection before DATA, or after it without an answer; never answers RCPT; takes it once a promise is kept.
 */
export type Behaviour =
  | 'accept'
  | { code: number; message: string }
  | 'drop before data'
  | 'drop after data'
  | 'hang'
  | { until: Promise<unknown> };

/** A message as it came in. `answered` is false where the connection was dropped after it. */
export type Received = {
  from: string;
  to: string;
  /** Of MAIL FROM: `{ SIZE, ENVID, … }`, false when there were none. */
  parameters: unknown;
  raw: string;
  answered: boolean;
};

/** A real SMTP server on a free loopback port, which does per recipient what a test tells it. */
export type Smtp = {
  relay: Relay;
  /** In order of arrival; one per recipient. */
  messages: Received[];
  /** What to do with mail for the address, or `*` for everyone else's: one behaviour a try, the last one for ever. */
  behave(address: string, ...behaviours: Behaviour[]): void;
  /** Waits until so many messages have come in. */
  received(count: number): Promise<Received[]>;
  /** The most connections that were open at once. */
  mostConnections(): number;
  close(): Promise<void>;
};

type State = {
  behaviours: Map<string, Behaviour[]>;
  /** What was decided at RCPT for the messages under way, by session and address. */
  decided: Map<string, Behaviour>;
  messages: Received[];
  waiting: Set<() => void>;
  mostConnections: number;
};

/** Starts the server; without options it offers neither TLS nor authentication. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<Smtp> {
  const state: State = {
    behaviours: new Map(),
    decided: new Map(),
    messages: [],
    waiting: new Set(),
    mostConnections: 0,
  };
  const server = createServer(state, options);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A client that breaks off a handshake says so to its test.
  server.on('error', () => {});
  const { port } = server.server.address() as AddressInfo;
  const secure = options.secure ?? false;
  return {
    relay: {
      host: '127.0.0.1',
      port,
      secure,
      requireTls: false,
      ignoreTls: true,
      user: undefined,
      pass: undefined,
    },
    messages: state.messages,
    behave: (address, ...wishes) => void state.behaviours.set(address, wishes),
    received: (count) => received(state, count),
    mostConnections: () => state.mostConnections,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function createServer(state: State, options: SMTPServerOptions): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    logger: false,
    ...options,
    onConnect(_session, callback) {
      state.mostConnections = Math.max(state.mostConnections, server.connections.size);
      callback();
    },
    onRcptTo({ address }, session, callback) {
      const behaviour = nextOf(state.behaviours, address);
      if (behaviour === 'hang') return;
      if (behaviour === 'drop before data') return drop(server, session);
      if (typeof behaviour === 'object' && 'code' in behaviour) return callback(refusal(behaviour));
      state.decided.set(`${session.id} ${address}`, behaviour);
      callback();
    },
    async onData(stream, session, callback) {
      const raw = await text(stream).catch(() => null);
      // A client that gives up halfway has sent nothing.
      if (raw === null) return;
      const behaviours = session.envelope.rcptTo.map(
        ({ address }) => state.decided.get(`${session.id} ${address}`) ?? 'accept',
      );
      for (const behaviour of behaviours)
        if (typeof behaviour === 'object' && 'until' in behaviour) await behaviour.until;
      const answered = !behaviours.includes('drop after data');
      keep(state, session, { raw, answered });
      if (answered) return callback();
      drop(server, session);
    },
  });
  return server;
}

function nextOf(behaviours: Map<string, Behaviour[]>, address: string): Behaviour {
  const queue = behaviours.get(address) ?? behaviours.get('*') ?? [];
  return (queue.length > 1 ? queue.shift() : queue[0]) ?? 'accept';
}

function keep(
  state: State,
  { envelope }: SMTPServerSession,
  message: { raw: string; answered: boolean },
) {
  const { address: from = '', args: parameters } = envelope.mailFrom || {};
  for (const { address: to } of envelope.rcptTo)
    state.messages.push({ from, to, parameters, ...message });
  for (const look of state.waiting) look();
}

function received({ messages, waiting }: State, count: number): Promise<Received[]> {
  return new Promise((resolve) => {
    const look = () => {
      if (messages.length < count) return;
      waiting.delete(look);
      resolve(messages);
    };
    waiting.add(look);
    look();
  });
}

function drop(server: SMTPServer, session: SMTPServerSession) {
  for (const connection of server.connections) {
    if (connection.session.id === session.id) connection._socket.destroy();
  }
}

function refusal({ code, message }: { code: number; message: string }) {
  return Object.assign(new Error(message), { responseCode: code });
}
