import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal, and nothing where the output goes elsewhere: a log full of bars helps nobody. */
export type Bar = { update(value: number, total: number, note?: string): void; stop(): void };

export function createBar(what: string): Bar {
  if (!process.stderr.isTTY) return { update() {}, stop() {} };
  const format = `${what} {bar} {value}/{total} {note}`;
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.rect);
  bar.start(0, 0, { note: '' });
  return {
    update(value, total, note = '') {
      bar.setTotal(total);
      bar.update(value, { note });
    },
    stop: () => bar.stop(),
  };
}
