import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clearPlace } from '../../src/demo/place.ts';
import { choosePort } from '../../src/demo/port.ts';

describe('the demo’s directory', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'semafoor-place-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('is emptied when it is the demo’s own', async () => {
    const place = join(root, 'demo');
    await clearPlace(place);
    await writeFile(join(place, 'mail'), 'of the month before');
    await mkdir(join(place, 'postgres'));
    await clearPlace(place);
    expect(await readdir(place)).toEqual(['demo.json']);
  });

  test('is left alone when the demo did not make it', async () => {
    await writeFile(join(root, 'thesis.txt'), 'years of work');
    await expect(clearPlace(root)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(root)).toEqual(['thesis.txt']);
  });

  test('is left alone while a demo is running in it', async () => {
    const place = join(root, 'demo');
    await clearPlace(place);
    const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'demo']);
    await once(running, 'spawn');
    await writeFile(join(place, 'demo.json'), JSON.stringify({ demo: true, pid: running.pid }));
    await expect(clearPlace(place)).rejects.toThrow(`process ${running.pid}`);
    running.kill('SIGKILL');
    await once(running, 'exit');
    await clearPlace(place);
  });
});

describe('the demo’s port', () => {
  test('is said to be taken, with a way out, before anything is begun', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(choosePort('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken: end what listens there, or choose another, for example PORT=8790`,
    );
    other.close();
  });

  test('is any free one when 0 is asked for', async () => {
    expect(await choosePort('127.0.0.1', 0)).toBeGreaterThan(0);
  });
});
