import { afterAll, onTestFinished } from 'vitest';

const left: (() => Promise<void>)[] = [];

// Registered as the test file is read, because a hook cannot register another one.
afterAll(async () => {
  for (const close of left.reverse()) await close();
});

/** Closes something when the running test ends, or, opened outside a test, when the file does. */
export function atEnd(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    left.push(close);
  }
}
