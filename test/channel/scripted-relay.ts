import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Relay } from '../../src/channel/email/relay.ts';
import { atEnd } from '../support/at-end.ts';
import { relayAt } from './example.ts';

/** Where a session is: what the relay answers now. `TEXT` is the message with its final dot. */
export type Step = 'GREET' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'TEXT' | 'RSET' | 'QUIT' | 'OTHER';

/** A session as the script sees it; both numbers count from 1. */
export type Session = { number: number; message: number };

/** The answer to a step: a reply, `drop` to end the connection, `silence`; nothing for what a relay would say. */
export type Script = (step: Step, session: Session) => string | undefined;

const usual: Record<Step, string> = {
  GREET: '220 relay.example.nl ESMTP',
  EHLO: '250-relay.example.nl\r\n250-PIPELINING\r\n250-SIZE 100000\r\n250 DSN',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 Go ahead',
  TEXT: '250 2.0.0 Ok: queued as 4F2A',
  RSET: '250 2.0.0 Ok',
  QUIT: '221 2.0.0 Bye',
  OTHER: '502 5.5.2 Command not recognised',
};

export type ScriptedRelay = {
  relay: Relay;
  /** Every command of every session, in order; messages are left out. */
  commands: string[];
  /** Every message that came in, without its final dot. */
  texts: string[];
  sessions(): number;
};

/** A relay on loopback that answers as a script says: for what no well-behaved server does on request. */
export async function openScriptedRelay(script: Script = () => undefined): Promise<ScriptedRelay> {
  const commands: string[] = [];
  const texts: string[] = [];
  const sockets = new Set<Socket>();
  let sessions = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    sessions += 1;
    serve(socket, { number: sessions, message: 0 }, { script, commands, texts });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  atEnd(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { relay: relayAt(port), commands, texts, sessions: () => sessions };
}

function serve(
  socket: Socket,
  session: Session,
  { script, commands, texts }: { script: Script; commands: string[]; texts: string[] },
) {
  let input = '';
  let inText = false;
  let refused = false;
  const answer = (step: Step) => {
    const nobody = step === 'DATA' && refused ? '503 5.5.1 Nobody to send it to' : undefined;
    const reply = script(step, session) ?? nobody ?? usual[step];
    if (step === 'MAIL') refused = false;
    if (step === 'MAIL' || step === 'RCPT') refused ||= !reply.startsWith('250');
    if (reply === 'drop') socket.destroy();
    else if (reply !== 'silence') socket.write(`${reply}\r\n`);
    if (/^(221|421)/.test(reply)) socket.end();
    inText = step === 'DATA' && reply.startsWith('354');
  };
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    input += chunk.toString('latin1');
    for (;;) {
      const lone = inText && input.startsWith('.\r\n');
      const end = inText && !lone ? '\r\n.\r\n' : '\r\n';
      const at = input.indexOf(end);
      if (at < 0 || socket.destroyed) return;
      const line = input.slice(0, at);
      input = input.slice(at + end.length);
      if (inText) {
        texts.push(lone ? '' : line);
        answer('TEXT');
        continue;
      }
      commands.push(line);
      if (line.startsWith('MAIL')) session.message += 1;
      answer(stepOf(line));
    }
  });
  answer('GREET');
}

function stepOf(line: string): Step {
  const verb = line.slice(0, 4).toUpperCase();
  const known: Step[] = ['EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'QUIT'];
  return known.find((step) => step === verb) ?? 'OTHER';
}
