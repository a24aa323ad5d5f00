import { beforeAll, describe, expect, test } from 'vitest';
import { submit } from '../../../../src/advisory/submit.ts';
import { findVersion } from '../../../../src/advisory/version.ts';
import { expandNext } from '../../../../src/fanout/expand.ts';
import { sendTestMails } from '../../../../src/fanout/test-mail/send.ts';
import { createApp } from '../../../../src/http/app.tsx';
import { toReview } from '../../../advisory/journey.ts';
import { hirePeople, type People } from '../../../advisory/people.ts';
import { createAddress, createContact, createOrganisation } from '../../../support/audience.ts';
import { openTestHub } from '../../../support/hub.ts';
import { signIn } from '../../../support/sign-in.ts';
import { createTestChannel } from '../../../support/test-channel.ts';
import { createVisitor, type Page } from '../../../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
type Visitor = ReturnType<typeof createVisitor>;
let people: People;
let anouk: Visitor;
let pieter: Visitor;
let dewi: Visitor;
let versionId: number;
let trackingId: string;

/** A waterworks that a mail reaches, and a gasworks that nothing does; Anouk's version waits in review. */
beforeAll(async () => {
  people = await hirePeople(hub);
  const visit = async (id: number) => createVisitor(app, await signIn(hub, id));
  [anouk, pieter, dewi] = [
    await visit(people.anouk),
    await visit(people.pieter),
    await visit(people.dewi),
  ];
  const water = await createOrganisation(hub, { name: 'Waterbedrijf' });
  const karim = await createContact(hub, { name: 'Karim', organisationIds: [water] });
  await createAddress(hub, { contactId: karim, target: 'karim@water.example' });
  await createOrganisation(hub, { name: 'Gasbedrijf' });
  await hub.sql`
    INSERT INTO audiences (name, selection, tlp_ceiling)
    VALUES ('Vital', ${hub.sql.json({ kinds: ['vital provider'], sectors: [], organisationIds: [], software: 'any', public: true })}, 'RED')`;
  await hub.sql`
    INSERT INTO policy_lines (position, audience_id, channel_rule, request_kind) VALUES (1, 1, 'every', 'acknowledge')`;
  ({ id: versionId, trackingId } = await toReview(hub, people));
});

const open = (visitor: Visitor, page: string) =>
  visitor.open(`/console/versions/${versionId}/${page}`);
const stateOf = async () => (await findVersion(hub.sql, versionId)).state;
const send = (visitor: Visitor, page: Page, form: string, fields = {}) =>
  visitor.send(page, form, fields);

describe('the preview', () => {
  test('says how many receive it by which channel, and loudly whom nothing reaches', async () => {
    const { html, status } = await open(pieter, 'preview');
    expect(status).toBe(200);
    expect(html).toContain('1 address, 1 organisation');
    expect(html).toContain('1 email, in full');
    expect(html).toMatch(/class="loud".*No message can reach 1 organisation.*Gasbedrijf/s);
  });

  test('is for who may decide: an outsider and a key-less visitor see nothing', async () => {
    const { status, html } = await open(createVisitor(app), 'preview');
    expect([303, 401, 403]).toContain(status);
    expect(html).not.toContain('Gasbedrijf');
  });

  test('of a version that does not exist is a page that says so', async () => {
    expect((await pieter.open('/console/versions/999/preview')).status).toBe(404);
    expect((await pieter.open('/console/versions/x/preview')).status).toBe(404);
  });
});

describe('the message', () => {
  test('of a recipient is shown with its headers, in a frame that can do nothing', async () => {
    const list = await open(pieter, 'message?search=water');
    expect(list.html).toContain('karim@water.example');
    const { html } = await open(pieter, 'message?address=1');
    expect(html).toContain(`[TLP:CLEAR] ${trackingId} [1.00] [M/H] Kwetsbaarheid in Citrix`);
    expect(html).toContain('sandbox=""');
    const letter = await open(pieter, 'message/letter?address=1');
    expect(letter.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(letter.headers.get('content-security-policy')).toContain('sandbox');
    expect(letter.html).toContain('Bevestig de ontvangst');
    expect(letter.html).not.toMatch(/[\uE000\uE001]/);
  });

  test('of the public asks for no answer and has a way out', async () => {
    const { html } = await open(pieter, 'message/letter?public=en');
    expect(html).toContain('Vulnerability in Citrix');
    expect(html).not.toContain('Confirm receipt');
  });

  test('of an address that is not in the fan-out is not found', async () => {
    expect((await open(pieter, 'message?address=77')).status).toBe(404);
  });

  test('goes to oneself as a test, five times and no more, and leaves no delivery', async () => {
    const page = await open(pieter, 'message?address=1');
    for (let n = 0; n < 5; n++)
      expect((await send(pieter, page, 'test-mail')).html).toContain('waits for a process');
    const refused = await send(pieter, page, 'test-mail');
    expect(refused.status).toBe(429);
    expect(refused.html).toContain('You asked for 5 test mails');
    const channel = createTestChannel();
    expect(await sendTestMails(hub, [{ ...channel, name: 'email' }])).toBe(5);
    expect(new Set(channel.arrived.map(({ target }) => target))).toEqual(
      new Set(['pieter@csirt.example']),
    );
    expect((await open(pieter, 'message?address=1')).html).toContain('sent (');
    expect(await hub.sql`SELECT FROM deliveries`).toHaveLength(0);
    const audited = await hub.sql`SELECT FROM audit_entries WHERE action = 'ask test mail'`;
    expect(audited).toHaveLength(5);
  });
});

describe('the decision', () => {
  test('is not the author’s: she is told so where she tries', async () => {
    const page = await open(anouk, 'preview');
    expect(page.html).not.toContain('id="approve"');
    expect((await open(anouk, 'publish')).status).toBe(403);
  });

  test('sends back with a remark, and not without', async () => {
    const page = await open(pieter, 'preview');
    const refused = await send(pieter, page, 'send-back', { remark: ' ' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('send-back-remark-error');
    await send(pieter, page, 'send-back', { remark: 'Name the vendor.' });
    expect(await stateOf()).toBe('draft');
    await submit(hub, { versionId, operatorId: people.anouk });
  });

  test('shows what is wrong with a consent at its own row, and keeps what was typed', async () => {
    const refused = await send(pieter, await open(pieter, 'preview'), 'approve', {
      'consents.1.office': 'CIO Rijk',
      'consents.1.givenAt': '2099-01-01T10:00',
      'consents.1.means': 'telephone',
    });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('id="approve-consents-1-givenAt-error"');
    expect(refused.html).toContain('value="CIO Rijk"');
    const half = await send(pieter, await open(pieter, 'preview'), 'approve', {
      'consents.0.office': 'CIO Rijk',
    });
    expect(half.html).toContain('id="approve-consents-0-means-error"');
    expect(await stateOf()).toBe('in review');
  });

  test('by a duty officer alone is refused in words, and needs the glass and a consent', async () => {
    const page = await open(dewi, 'preview');
    const refused = await send(dewi, page, 'approve');
    expect(refused.status).toBe(409);
    expect(refused.html).toMatch(/class="errors".*approver/s);
    const bare = await send(dewi, page, 'approve', { breakGlass: 'Nobody can be reached.' });
    expect(bare.html).toContain('href="#approve-consents-0-office"');
    expect(await stateOf()).toBe('in review');
  });

  test('approves what was seen, with who consented', async () => {
    const page = await open(pieter, 'preview');
    const approved = await send(pieter, page, 'approve', {
      'consents.2.office': 'CIO Rijk',
      'consents.2.saidBy': 'Lourens',
      'consents.2.givenAt': '2020-01-17T10:00',
      'consents.2.means': 'telephone',
    });
    expect(approved.html).toContain('Approved.');
    expect(approved.html).toContain('Consent of CIO Rijk (Lourens)');
    expect(await stateOf()).toBe('approved');
  });

  test('publishes after saying once more what goes to how many', async () => {
    const page = await open(dewi, 'publish');
    expect(page.html).toContain('1 address, 1 organisation');
    expect(page.html).toContain('exactly the addresses that the approver saw');
    expect(page.html).toContain('Vulnerability in Citrix');
    await send(dewi, page, 'publish');
    expect(await stateOf()).toBe('published');
    const again = await send(dewi, page, 'publish');
    expect(again.status).toBe(409);
    expect(again.html).toContain('It is published and never changes');
    await expandNext(hub);
  });

  test('withdraws once somebody else approves, and tells those who got it', async () => {
    const page = await open(dewi, 'withdraw');
    expect((await send(dewi, page, 'withdraw')).html).toContain('withdraw-statement-nl-error');
    const statement = { 'statement.nl': 'Klopt niet.', 'statement.en': 'It is wrong.' };
    expect((await send(dewi, page, 'withdraw', statement)).html).toContain('asked for by Dewi');
    await hub.sql`UPDATE deliveries SET state = 'sent', handed_at = hub_now()`;
    const look = await open(pieter, 'withdrawal');
    expect(look.html).toContain('It is wrong.');
    expect(look.html).toContain('1 address, 1 organisation');
    await send(pieter, look, 'approve');
    expect((await findVersion(hub.sql, versionId)).withdrawnAt).not.toBeNull();
    expect((await open(pieter, 'withdrawal')).status).toBe(409);
  });
});
