import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Temper } from '../../src/demo/country/temper.ts';
import { startWorld, type World } from '../../src/demo/world/world.ts';

const tempers: Record<string, Temper> = {
  'left@firm.example': 'unknown',
  'full@firm.example': 'full',
  'wary@firm.example': 'greylists',
};

describe('the world outside the hub', () => {
  let world: World;
  let directory = '';
  const send = (to: string, text: string) => {
    const relay = createTransport({ host: '127.0.0.1', port: world.port });
    return relay.sendMail({ from: 'csirt@csirt.example', to, subject: 'Test', text });
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'semafoor-world-'));
    world = await startWorld({ hub: 'http://127.0.0.1:1', directory, tempers });
  });
  afterAll(async () => {
    await world.close();
    await rm(directory, { recursive: true });
  });

  test('keeps every message, to be read back whole', async () => {
    const before = await world.count();
    await send('ciso@firm.example', 'Zoë’s bericht');
    await send('soc@firm.example', 'een tweede');
    expect(await world.count()).toBe(before + 2);
    const [first, second] = world.entries.slice(before);
    expect(first && String(await world.read(first))).toMatch(/^To: ciso@firm\.example/m);
    expect(second && String(await world.read(second))).toContain('een tweede');
  });

  test('refuses for good, for now, or at first, as each mail server does', async () => {
    await expect(send('left@firm.example', '')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('full@firm.example', '')).rejects.toMatchObject({ responseCode: 452 });
    await expect(send('full@firm.example', '')).rejects.toMatchObject({ responseCode: 452 });
    await expect(send('wary@firm.example', '')).rejects.toMatchObject({ responseCode: 451 });
    await expect(send('wary@firm.example', '')).resolves.toMatchObject({ rejected: [] });
  });

  test('tells what kept its people from answering', async () => {
    const since = await world.count();
    await send('ciso@firm.example', 'nothing to follow');
    const visit = { address: 'ciso@firm.example', since, until: since + 1, wishes: {} };
    const { opened, problems } = await world.open([{ ...visit, form: 'answer' }]);
    expect(opened).toBe(0);
    expect(problems).toEqual(['The message holds no link to answer by.']);
  });
});
