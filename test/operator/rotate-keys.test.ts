import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { openHub } from '../../src/hub.ts';
import { beginEnrolment, enrol } from '../../src/operator/enrol.ts';
import { findOperator } from '../../src/operator/operator.ts';
import { hashPassword, setPassword } from '../../src/operator/set-password.ts';
import { codeAt, stepAt } from '../../src/operator/totp.ts';
import { hirePeople } from '../advisory/people.ts';
import { atEnd } from '../support/at-end.ts';
import { createBrowserOf } from '../support/cookie-jar.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from '../support/sign-in.ts';

/** The same hub after a restart with other keys. */
async function restart({ config }: TestHub, linkKeys: TestHub['config']['linkKeys']) {
  const hub = await openHub({ ...config, linkKeys, logLevel: 'silent' });
  atEnd(() => hub.close());
  return { hub, app: createApp(() => hub) };
}

test('a new link key signs nobody out, and the old one may go once people signed in again', async () => {
  const first = await openTestHub();
  const { anouk } = await hirePeople(first);
  const operator = await findOperator(first.sql, anouk);
  const password = 'een zin van een paar woorden';
  await setPassword(first.sql, anouk, await hashPassword(first, password));
  const { secret, ticket } = await beginEnrolment(first, operator);
  await enrol(first, { operator, ticket, code: codeAt(secret, stepAt(Date.now())) });
  const session = await signIn(first, anouk);

  const old = first.config.linkKeys;
  const fresh = { id: 'fresh', key: randomBytes(32) };
  const enter = async ({ app }: Awaited<ReturnType<typeof restart>>) => {
    // A code of this moment, which counts once: as if 30 seconds had passed since the one before.
    await first.sql`UPDATE two_factors SET last_step = NULL`;
    const browser = createBrowserOf(app);
    const typed = { email: operator.email, password };
    const half = await browser.send(await browser.open('/sign-in'), 'sign-in', typed);
    const code = codeAt(secret, stepAt(Date.now()));
    return (await browser.send(half, 'second-factor', { code })).status;
  };
  const both = await restart(first, [fresh, ...old]);
  expect((await both.app.request('/console', { headers: session })).status).toBe(200);
  const alone = await restart(first, [fresh]);
  expect(await enter(alone)).toBe(400);
  await first.sql`DELETE FROM sign_in_failures`;
  expect(await enter(both)).toBe(200);
  expect(await enter(alone)).toBe(200);
  expect((await alone.app.request('/console', { headers: session })).status).toBe(303);
});
