import {
  acknowledgeByPartner,
  partnerAnswer,
} from '../../acknowledgement/acknowledge-by-partner.ts';
import { exportCsaf } from '../../advisory/export-csaf.ts';
import { findOwnDocument } from '../../fanout/webhook/find-own-document.ts';
import { toAcknowledgement, written } from './acknowledgements.ts';
import { csafDocument } from './csaf.ts';
import { id, named } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { partnerOf } from './partner.ts';

const params = { deliveryId: id };

/** What a partner's machine does about one message that it got. */
export const partnerDeliveries: Resource = {
  tag: 'Partners',
  description: 'What a partner’s machine does about a message: answer it, fetch its document.',
  operations: [
    operation({
      method: 'post',
      path: '/deliveries/{deliveryId}/acknowledgement',
      id: 'acknowledgeDelivery',
      access: [],
      partners: true,
      summary: 'Say that a message arrived, with a choice; it counts for your organisation',
      description: 'The deliveryId stands in the event. A later answer replaces this one.',
      params,
      body: named(partnerAnswer, 'PartnerAnswer'),
      answer: written,
      handle: async ({ hub, caller, params, body }) =>
        toAcknowledgement(
          await acknowledgeByPartner(hub, { ...params, ...body, partner: partnerOf(caller) }),
        ),
    }),
    operation({
      method: 'get',
      path: '/deliveries/{deliveryId}/csaf',
      id: 'getDeliveryCsaf',
      access: [],
      partners: true,
      summary: 'The CSAF document of a message that was sent to you in full',
      params,
      answer: csafDocument,
      handle: async ({ hub, caller, params: { deliveryId } }) => {
        const asked = { deliveryId, partner: partnerOf(caller) };
        return (await exportCsaf(hub, await findOwnDocument(hub.sql, asked))) as never;
      },
    }),
  ],
};
