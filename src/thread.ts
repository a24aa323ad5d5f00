import { parentPort } from 'node:worker_threads';

/** What a thread is asked, and what it says to it. */
export type Ask<Wish> = { id: number; wish: Wish };
export type Told<Answer> = { id: number } & ({ answer: Answer } | { error: Error });

/** Has this thread answer what it is asked; work that breaks says so to who asked, and the thread stays. */
export function answerAsThread<Wish, Answer>(work: (wish: Wish) => Promise<Answer>): void {
  const tell = (told: Told<Answer>) => parentPort?.postMessage(told);
  parentPort?.on('message', ({ id, wish }: Ask<Wish>) =>
    work(wish).then(
      (answer) => tell({ id, answer }),
      (error: Error) => tell({ id, error }),
    ),
  );
}
