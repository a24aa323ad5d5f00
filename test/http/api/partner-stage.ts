import { expect } from 'vitest';
import { findBoard } from '../../../src/acknowledgement/board.ts';
import { listToPhone } from '../../../src/acknowledgement/phone-list.ts';
import { webhookOf } from '../../../src/command/webhook.ts';
import { createApp } from '../../../src/http/app.tsx';
import { hirePeople } from '../../advisory/people.ts';
import { startFanout, until } from '../../fanout/fan-out.ts';
import { createApiVisitor } from '../../support/api-visitor.ts';
import { createContact, createOrganisation } from '../../support/audience.ts';
import { openEndpoint, opened } from '../../support/endpoint.ts';
import { openTestHub } from '../../support/hub.ts';
import { partnerKeyFor } from '../../support/sign-in.ts';

/** A partner, Net, whose engineer Priya has a key up to AMBER and a machine that listens at /hook; Kabel is another one. */
export async function openPartner() {
  const hub = await openTestHub({ webhookAllow: ['127.0.0.1'] });
  const people = await hirePeople(hub);
  const { fatima } = people;
  const endpoint = await openEndpoint();
  const app = createApp(() => hub);
  const organisationId = await createOrganisation(hub, { name: 'Net' });
  const other = await createOrganisation(hub, { name: 'Kabel', kind: 'partner' });
  const contactId = await createContact(hub, { name: 'SOC', organisationIds: [organisationId] });
  const key = await partnerKeyFor(hub, fatima, organisationId, 'AMBER');
  const priya = await createApiVisitor(app, key);
  const stranger = await createApiVisitor(app, await partnerKeyFor(hub, fatima, other, 'AMBER'));
  const listen = async (more: Record<string, unknown> = {}) => {
    const wish = { contactId, url: endpoint.url('/hook'), form: 'full', ...more };
    const { body } = await priya.post('/webhooks', wish);
    return { webhookId: body.webhook.id as number, secret: body.secret as string };
  };
  const { webhookId, secret } = await listen();
  const path = (what: string) => `/webhooks/${webhookId}/${what}`;
  await startFanout(hub, webhookOf(hub));
  return {
    ...{ hub, app, people, endpoint, organisationId, other, contactId, priya, stranger },
    ...{ webhookId, secret, listen, path },
    /** What came at the machine, once it is so much. */
    async came(count: number) {
      await until(() => expect(endpoint.at('/hook')).toHaveLength(count));
      return endpoint.at('/hook').map((one) => opened(one, secret));
    },
    /** How Net stands to the first advisory, and why it would be phoned. */
    async standing() {
      const board = await findBoard(hub, { advisoryId: 1 });
      const cells = board.rows.flatMap((row) => row.cells.map((cell) => cell?.state));
      return [...cells, ...(await listToPhone(hub, board)).map(({ why }) => why)];
    },
    /** What a partner sees under its webhook. */
    list: async (what: string) => (await priya.get(path(what))).body.items,
  };
}

export type Stage = Awaited<ReturnType<typeof openPartner>>;
