import { setTimeout as pause } from 'node:timers/promises';
import { type Program, type Running, startProgram } from '../support/program.ts';
import type { Life } from './judge.ts';

/** A place where one process runs, ends and is started again, as an operator's service manager does. */
export type Slot = {
  name: string;
  lives: Life[];
  /** How often it ended by itself once it was ready. */
  falls: number;
  /** Starts it, again and again until it is ready. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** SIGTERM; the promise is the exit code, or the signal that ended it. */
  terminate(): Promise<number | string>;
};

/** `restartMs`: how long after an end that nobody asked for it is started again. */
export function createSlot(name: string, program: Program, restartMs = 500): Slot {
  let running: Running | null = null;
  const slot: Slot = {
    name,
    lives: [],
    falls: 0,
    async start() {
      let life: Running;
      do {
        slot.lives.push({ slot: name, from: Date.now(), end: 'ended' });
        life = startProgram(program);
        running = life;
        if (await isReady(life)) return void life.ended.then(() => fall(life));
        await pause(restartMs);
      } while (running === life);
    },
    async kill() {
      const life = slot.lives.at(-1);
      if (life) life.end = 'killed';
      await end('SIGKILL');
    },
    terminate: () => end('SIGTERM'),
  };

  async function fall(life: Running) {
    if (running !== life) return;
    slot.falls += 1;
    await pause(restartMs);
    if (running === life) await slot.start();
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM') {
    const life = running;
    running = null;
    life?.signal(signal);
    return (await life?.ended) ?? 0;
  }
  return slot;
}

const isReady = (life: Running) =>
  life.ready.then(
    () => true,
    () => false,
  );
