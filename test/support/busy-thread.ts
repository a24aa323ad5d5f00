import { threadId, workerData } from 'node:worker_threads';
import { answerAsThread } from '../../src/thread.ts';

// A thread that does what it is told: it says who it is, what it knows, breaks, never ends, or fills its memory.
answerAsThread(async (wish: string) => {
  if (wish === 'who') return String(threadId);
  if (wish === 'know') return JSON.stringify({ data: workerData, settings: process.env });
  if (wish === 'refuse') throw new Error('It cannot be done.');
  if (wish === 'break') setImmediate(() => Promise.reject(new Error('Broken.')));
  const kept: unknown[] = [];
  while (wish === 'fill') kept.push(new Array(100_000).fill(wish));
  if (wish === 'block') for (;;);
  return new Promise<string>(() => {});
});
