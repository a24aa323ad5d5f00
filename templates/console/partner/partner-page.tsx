import type { Organisation } from '../../../src/audience/organisation.ts';
import type { Webhook } from '../../../src/fanout/webhook/webhook.ts';
import type { ApiKey } from '../../../src/operator/list-keys.ts';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { KeysSection } from './keys-section.tsx';
import { Asks, State } from './webhook-facts.tsx';
import { partnerWords } from './words.ts';

export type PartnerPageProps = {
  frame: Frame;
  organisation: Organisation;
  webhooks: readonly Webhook[];
  keys: readonly ApiKey[];
  filled: Filled;
};

/** What an organisation's machines are told, and by which keys they ask. */
export function PartnerPage(props: PartnerPageProps) {
  const { frame, organisation, webhooks } = props;
  const { language } = frame;
  const w = partnerWords[language];
  const title = w.titleOf(organisation.name);
  return (
    <ConsoleFrame {...frame} title={title} here="organisations">
      <p>
        <a href={`/console/organisations/${organisation.id}`}>
          {w.backTo} {organisation.name}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{w.intro}</p>
      <h2>{w.webhooks}</h2>
      <Table
        id="webhooks"
        caption={w.webhooks}
        headed
        head={[w.endpoint, w.contact, w.asks, w.ceiling, w.state]}
        empty={w.noWebhooks}
        rows={webhooks.map((webhook) => (
          <tr>
            <th scope="row">
              <a href={`/console/webhooks/${webhook.id}`}>{webhook.url}</a>
            </th>
            <td>{webhook.contact}</td>
            <td>
              <Asks webhook={webhook} language={language} />
            </td>
            <td>TLP:{webhook.tlpCeiling}</td>
            <td>
              <State webhook={webhook} language={language} />
            </td>
          </tr>
        ))}
      />
      <KeysSection {...props} />
    </ConsoleFrame>
  );
}
