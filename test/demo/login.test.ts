import { expect, test } from 'vitest';
import { createLogin } from '../../src/demo/login.ts';
import { hireStaff } from '../../src/demo/staff.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub } from '../support/hub.ts';

test('the demo’s own address signs its staff in with one click, and is nowhere else', async () => {
  const hub = await openTestHub({ publicUrl: 'http://127.0.0.1:8787' });
  const login = createLogin();
  const app = createApp(() => hub, login.routes);
  const staff = await hireStaff(hub);
  const path = login.pathFor(staff);
  const nameOn = async (address: string) => {
    const { headers, status } = await app.request(address);
    if (status !== 303) return status;
    const Cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const page = await app.request('/console', { headers: { Cookie } });
    return (await page.text()).match(/Dewi|Anouk/)?.[0];
  };
  expect(await nameOn(path)).toBe('Dewi');
  expect(await nameOn(`${path}?as=Anouk`)).toBe('Anouk');
  expect(await nameOn(`${path}?as=constructor`)).toBe(404);
  expect(await nameOn('/login/guessed')).toBe(404);
  expect((await createApp(() => hub).request(path)).status).toBe(404);
});
