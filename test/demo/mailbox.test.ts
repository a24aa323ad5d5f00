import { beforeAll, describe, expect, test } from 'vitest';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addSubscription } from '../../src/audience/subscription.ts';
import { mailboxRoutes } from '../../src/demo/mailbox/routes.tsx';
import { createApp } from '../../src/http/app.tsx';
import { hirePeople } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { capture } from './capture.ts';

const message = { chat: '@csirt_nl', entities: [], buttons: [], answers: null, edited: false };
const elsewhere = {
  posts: [
    {
      ...message,
      id: 1,
      text: 'NCSC-2019-0979 <i>\nLees verder',
      entities: [
        { type: 'bold', offset: 0, length: 14 },
        { type: 'text_link', offset: 19, length: 11, url: 'https://hub.test/' },
      ],
    },
    {
      ...message,
      id: 2,
      text: 'Ingetrokken',
      answers: 1,
      edited: true,
      buttons: [[{ text: '✓ Received', callback_data: 'ack:received:1.abc' }]],
    },
    { ...message, id: 3, chat: '1001', text: 'to somebody else' },
  ],
  received: [
    {
      id: 'msg_1',
      event: {
        type: 'test.hub.semafoor.publication',
        subject: 'NCSC-2019-0979/1.00',
        time: '2019-12-18T10:00:00.000Z',
        title: 'Een <advies>',
      },
      size: 1234,
      csaf: '{"document":{}}',
      acknowledged: 200,
    },
    { id: 'msg_2', event: null, size: 12, csaf: null, acknowledged: null },
  ],
};

describe('the demo’s mailbox', () => {
  let hub: TestHub;
  let app: ReturnType<typeof createApp>;
  const get = async (path: string) => {
    const response = await app.request(path);
    return { response, page: await response.text() };
  };

  beforeAll(async () => {
    hub = await openTestHub();
    const { fatima: operatorId } = await hirePeople(hub);
    const organisationId = await addOrganisation(hub, {
      name: 'Drinkwater Zilverbeek',
      kind: 'vital provider',
      operatorId,
    });
    await addContact(hub, {
      name: 'CISO Drinkwater Zilverbeek',
      organisations: [{ organisationId, role: 'CISO' }],
      addresses: [{ channel: 'email', target: 'karim@drinkwater.example', verified: true }],
      operatorId,
    });
    await addSubscription(hub, {
      language: 'nl',
      confirmed: true,
      address: { channel: 'email', target: 'lezer7@post.example' },
      actor: 'system',
    });
    const mail = Array.from({ length: 30 }, (_, index) => ({
      to: `lezer${index + 1}@post.example`,
      subject: `Bericht ${index + 1}`,
    }));
    const last = { to: 'karim@drinkwater.example', subject: '[TLP:CLEAR] <b>Zo&euml;</b>' };
    await addPublicChannel(hub, { name: 'CSIRT', target: '@csirt_nl', language: 'nl', operatorId });
    app = createApp(() => hub, mailboxRoutes(capture([...mail, last], elsewhere)));
  });

  test('lists the newest first, in pages, and whose each message is', async () => {
    const { page } = await get('/mailbox?language=en&to=everyone');
    expect(page).toContain('31 messages');
    expect(page.indexOf('CISO Drinkwater Zilverbeek')).toBeGreaterThan(0);
    expect(page.indexOf('CISO Drinkwater Zilverbeek')).toBeLessThan(page.indexOf('Bericht 30'));
    expect(page).not.toContain('Bericht 5<');
    const { page: second } = await get('/mailbox?language=en&to=everyone&page=2');
    expect(second).toContain('Bericht 5<');
    expect(second).toContain('Page 2 of 2');
  });

  test('lists the mail to organisations first: it is what asks for an answer', async () => {
    const { page } = await get('/mailbox?language=en');
    expect(page).toContain('1 message<');
    const { page: subscribers } = await get('/mailbox?language=en&to=subscribers');
    expect(subscribers).toContain('1 message<');
    expect(subscribers).toContain('Bericht 7<');
  });

  test('finds messages by organisation, contact or address', async () => {
    for (const search of ['zilverbeek', 'CISO Drink', 'karim@']) {
      const { page } = await get(`/mailbox?search=${encodeURIComponent(search)}`);
      expect(page).toContain('1 bericht<');
      expect(page).not.toContain('Bericht 30');
    }
    const { page } = await get('/mailbox?search=100%25_nothing');
    expect(page).toContain('Geen bericht past hierbij');
  });

  test('shows a message with its headers, links and text, and escapes what it says', async () => {
    const { page } = await get('/mailbox/31');
    expect(page).toContain('&lt;b&gt;Zo');
    expect(page).toContain('href="https://hub.test/acknowledge/abc"');
    expect(page).toContain('src="/mailbox/31/html"');
    expect(page).toContain('<dt>Date</dt><dd>Wed, 18 Dec 2019 10:00:00 +0000</dd>');
  });

  test('shows its HTML in a frame that runs no script and lets links take the whole window', async () => {
    const { response, page } = await get('/mailbox/31/html');
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox allow-top-navigation-by-user-activation');
    expect(policy).not.toMatch(/allow-scripts|script-src/);
    expect(response.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
    expect(page).toContain('<head><base target="_top">');
  });

  test('gives the source as it came, and 404 for what is not there', async () => {
    const { response, page } = await get('/mailbox/31/source');
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(page).toMatch(/^To: karim@drinkwater\.example\r\n/);
    expect((await get('/mailbox/32')).response.status).toBe(404);
    expect((await get('/mailbox/0')).response.status).toBe(404);
    expect((await get('/mailbox/x')).response.status).toBe(404);
  });

  test('shows a chat of Telegram as its reader sees it, and escapes what it says', async () => {
    const { page } = await get('/mailbox/telegram?language=en');
    expect(page).toContain('CSIRT (@csirt_nl)');
    expect(page).toContain('<strong>NCSC-2019-0979</strong> &lt;i&gt;');
    expect(page).toContain('<a href="https://hub.test/">Lees');
    expect(page).toContain('In answer to message 1 · edited');
    expect(page).toContain('✓ Received');
    expect(page).not.toContain('somebody else');
  });

  test('shows what the partner was told, and what became of it', async () => {
    const { page } = await get('/mailbox/partner?language=en');
    expect(page).toContain('NCSC-2019-0979/1.00 · Een &lt;advies&gt;');
    expect(page).toContain('The signature is right · acknowledged');
    expect(page).toContain('The signature is wrong: refused');
    const { response, page: csaf } = await get('/mailbox/partner/1/csaf');
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(csaf).toBe('{"document":{}}');
    expect((await get('/mailbox/partner/2/csaf')).response.status).toBe(404);
  });

  test('leads from each to the others', async () => {
    for (const path of ['/mailbox', '/mailbox/telegram', '/mailbox/partner']) {
      const { page } = await get(path);
      for (const way of ['telegram', 'partner'])
        expect(page.includes(`href="/mailbox/${way}?language=nl"`)).toBe(
          path !== `/mailbox/${way}`,
        );
    }
  });

  test('is not there on a hub that is no demo', async () => {
    const plain = createApp(() => hub);
    for (const path of ['/mailbox', '/mailbox/1', '/mailbox/1/html', '/mailbox/telegram'])
      expect((await plain.request(path)).status).toBe(404);
  });
});
