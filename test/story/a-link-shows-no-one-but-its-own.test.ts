import { beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { linkToken } from '../../src/acknowledgement/token.ts';
import { createApp } from '../../src/http/app.tsx';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { createDelivery, createDispatch, createIssue } from '../support/ledger.ts';
import { createVisitor, pass } from '../support/visitor.ts';

/** Promise 11, for the page behind a link: nobody learns from it, or from what goes wrong with it, who the others are. */
const hub = await openTestHub();
const app = createApp(() => hub);
const visitor = createVisitor(app);

/** Everything that names somebody else than Karim of Drinkwater. */
const others = ['Gasbedrijf', 'Joris', 'Sanne', 'joris@', 'karim@', '+31', 'Colleague says'];
let karims: string;
let joris: number;

beforeAll(async () => {
  const [mine, other] = [
    await createOrganisation(hub, { name: 'Drinkwater' }),
    await createOrganisation(hub, { name: 'Gasbedrijf' }),
  ];
  const dispatchId = await createDispatch(hub, {
    versionId: await createIssue(hub),
    requestKind: 'report back',
  });
  const send = async (name: string, organisationIds: number[]) => {
    const contactId = await createContact(hub, { name, organisationIds });
    await createAddress(hub, { contactId, target: `${name.toLowerCase()}@provider.example` });
    await createAddress(hub, { contactId, channel: 'phone', target: '+31 70 555 0100' });
    return createDelivery(hub, { dispatchId, contactId, organisationIds });
  };
  karims = `/acknowledge/${linkToken(hub.config.linkKeys, await send('Karim', [mine]))}`;
  joris = await send('Joris', [other]);
  // A colleague at the same organisation is somebody else, too.
  const sanne = await send('Sanne', [mine]);
  for (const deliveryId of [joris, sanne])
    await acknowledge(hub, {
      deliveryId,
      choice: 'call us',
      remark: 'Colleague says',
      origin: 'link',
      provenance: {},
    });
});

const expectNobody = (text: string) => {
  for (const name of others) expect(text).not.toContain(name);
};

test('the page, its errors and its thanks name nobody else', async () => {
  const page = await visitor.open(karims);
  expect(page.html).toContain('Drinkwater');
  expectNobody(page.html);
  await pass(hub, 10);
  const back = await visitor.send(page, 'response', { status: 'explain' });
  expect(back.status).toBe(400);
  expectNobody(back.html);
  const thanks = await visitor.send(page, 'answer', { choice: 'acting' });
  expect(thanks.html).toContain('We zijn ermee bezig');
  expectNobody(thanks.html);
});

test('a link that Otto guesses or bends tells nothing, and is all the same whether the delivery exists', async () => {
  const bent = (deliveryId: number) =>
    `${linkToken(hub.config.linkKeys, deliveryId).slice(0, -1)}_`;
  const [existing, imagined] = [
    await visitor.open(`/acknowledge/${bent(joris)}`),
    await visitor.open(`/acknowledge/${bent(999_999)}`),
  ];
  expect(existing.status).toBe(404);
  expectNobody(existing.html);
  const signed = await visitor.open(`/acknowledge/${linkToken(hub.config.linkKeys, 999_999)}`);
  for (const { status, html } of [imagined, signed])
    expect([status, html]).toEqual([existing.status, existing.html]);
});

test('no log line holds a name, an address or a link', () => {
  const log = hub.lines.join('\n');
  expect(log).toContain('/acknowledge/:token');
  expect(log).not.toContain(karims);
  for (const name of [...others, 'Karim', 'Drinkwater']) expect(log).not.toContain(name);
});
