import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import type { WebhookDelivery } from '../../../src/fanout/webhook/list-webhook-deliveries.ts';
import { Moment } from '../../moment.tsx';
import { PostButton } from '../audience/post-button.tsx';
import { reasonInWords } from '../left-out.ts';
import { Pager } from '../pager.tsx';
import { Table } from '../table.tsx';
import { deliveryWords, reasonWords } from '../watch/words.ts';
import { mayAct, type WebhookPageProps } from './webhook-page.tsx';
import { partnerWords } from './words.ts';

/** What an endpoint was told, the newest first; what ended may go once more. */
export function Told(props: WebhookPageProps) {
  const { frame, deliveries, pages } = props;
  const w = partnerWords[frame.language];
  return (
    <>
      <Table
        id="deliveries"
        caption={w.deliveries}
        headed
        head={[w.what, w.when, w.state, w.tries, w.why, w.deeds]}
        empty={w.noDeliveries}
        rows={deliveries.map((delivery) => <Row delivery={delivery} {...props} />)}
      />
      <Pager language={frame.language} {...pages} />
    </>
  );
}

function Row({ delivery, ...props }: WebhookPageProps & { delivery: WebhookDelivery }) {
  const { frame, webhook } = props;
  const { language } = frame;
  const { id, trackingId, ordinal, form, reason, state, attempts, decidedAt, detail } = delivery;
  const w = partnerWords[language];
  const version = ordinal === null ? w.notice : `[${formatOrdinal(ordinal)}]`;
  const subject = form === 'pointer' ? w.pointer : [trackingId, version].filter(Boolean).join(' ');
  const said = deliveryWords[language][state];
  const over = state === 'sent' || state === 'delivered' || state === 'failed';
  return (
    <tr>
      <th scope="row">
        {subject}
        <br />
        <span class="quiet">
          {reasonWords[language][reason]}, {w.delivery(id)}
        </span>
      </th>
      <td>
        <Moment at={decidedAt} language={language} />
      </td>
      <td>{state === 'failed' ? <strong class="bad">{said}</strong> : said}</td>
      <td>{attempts}</td>
      <td>{reasonInWords(detail ?? '', language)}</td>
      <td>
        {over && !webhook.disabledAt && mayAct(props) && (
          <PostButton
            action={`/console/webhooks/${webhook.id}/replays`}
            fields={{ deliveryId: String(id) }}
            of={`${subject}, ${w.delivery(id)}`}
            style="second"
          >
            {w.replay}
          </PostButton>
        )}
      </td>
    </tr>
  );
}
