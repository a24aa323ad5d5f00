import { isWithin, type Tlp } from '../../advisory/tlp.ts';
import type { EventType } from '../../channel/channel.ts';
import { whyNotTarget } from '../../channel/webhook/target.ts';
import { type Finding, HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';

type Asked = {
  url?: string | undefined;
  eventTypes?: EventType[] | undefined;
  tlpCeiling?: Tlp | undefined;
};

/** The events that come by themselves: a correction and a withdrawal follow what they are about. */
const first: readonly EventType[] = ['publication', 'notice', 'request'];

/** Refuses what a webhook cannot be, with every finding. @throws HubError invalid */
export function judgeWebhook(hub: Hub, { tlpCeiling }: Partner, asked: Asked): void {
  const findings: Finding[] = [];
  const wrong = asked.url === undefined ? null : whyNotTarget(asked.url, hub.config.webhookAllow);
  if (wrong) findings.push({ path: 'url', message: `This ${wrong}.` });
  if (asked.eventTypes?.length && !asked.eventTypes.some((type) => first.includes(type)))
    findings.push({
      path: 'eventTypes',
      message: 'Name publication, notice or request too: the others come to who had those.',
    });
  if (asked.tlpCeiling && !isWithin(asked.tlpCeiling, tlpCeiling))
    findings.push({ path: 'tlpCeiling', message: `Your key opens nothing above ${tlpCeiling}.` });
  if (findings.length === 0) return;
  const where = findings.map(({ path }) => path).join(', ');
  throw new HubError('invalid', `Correct ${where}.`, findings);
}
