import { exportCsaf } from '../advisory/export-csaf.ts';
import type { Channel } from '../channel/channel.ts';
import { originOf } from '../channel/webhook/event.ts';
import { createWebhook } from '../channel/webhook/webhook.ts';
import { HubError } from '../errors.ts';
import { findEndpoint } from '../fanout/webhook/find-endpoint.ts';
import { keepAttempt } from '../fanout/webhook/keep-attempt.ts';
import type { Hub } from '../hub.ts';

/**
 * Webhooks, for processes on Node. A Worker has no say in which address its requests go to, so it cannot keep them from
 * where they must not go: it leaves this lane to others.
 */
export function webhookOf(hub: Hub, patienceMs = 20_000): Channel {
  const { publicUrl, webhookAllow } = hub.config;
  return createWebhook({
    ...originOf(new URL(publicUrl).hostname),
    http: { allow: webhookAllow },
    patienceMs,
    findEndpoint: (addressId) => findEndpoint(hub, addressId),
    findDocument: (versionId, language) => findDocument(hub, versionId, language),
    documentUrl: (deliveryId) => `${publicUrl}/api/v1/deliveries/${deliveryId}/csaf`,
    keepAttempt: (attempt) => keepAttempt(hub, attempt),
  }) as Channel;
}

/** Null for what CSAF 2.0 has no word for. */
async function findDocument(hub: Hub, versionId: number, language: 'nl' | 'en') {
  try {
    return JSON.stringify(await exportCsaf(hub, { versionId, language }));
  } catch (error) {
    if (error instanceof HubError && error.code === 'forbidden') return null;
    throw error;
  }
}
