import type { Language } from '../../../src/advisory/language.ts';
import type { Webhook } from '../../../src/fanout/webhook/webhook.ts';
import { Moment } from '../../moment.tsx';
import { eventWords, partnerWords } from './words.ts';

type Props = { webhook: Webhook; language: Language };

/** What a partner asked for, in a few words. */
export function Asks({ webhook, language }: Props) {
  const { eventTypes, risks, products } = webhook;
  const w = partnerWords[language];
  const said = [
    eventTypes.map((type) => eventWords[language][type]).join(', '),
    risks.join(', '),
    productsOf(webhook, language),
  ].filter((part) => part !== '');
  return <>{eventTypes.length + risks.length + products.length > 0 ? said.join('; ') : w.any}</>;
}

/** Whether things arrive, and since when not. */
export function State({ webhook, language }: Props) {
  const w = partnerWords[language];
  const { disabledAt, disabledReason, failingSince, warnedAt } = webhook;
  if (disabledAt)
    return (
      <>
        <strong class="bad">{w.disabled}</strong> <Moment at={disabledAt} language={language} />:{' '}
        {disabledReason}
      </>
    );
  if (!failingSince) return <>{w.works}</>;
  return (
    <>
      <strong class="bad">{w.failing}</strong> <Moment at={failingSince} language={language} />
      {warnedAt && '; '}
      {warnedAt && w.warned} {warnedAt && <Moment at={warnedAt} language={language} />}
    </>
  );
}

/** Everything that is known of a webhook, but its secret. */
export function WebhookFacts({ webhook, language }: Props) {
  const w = partnerWords[language];
  const { previousSecretUntil } = webhook;
  const events = webhook.eventTypes.map((type) => eventWords[language][type]);
  return (
    <dl class="facts">
      <dt>{w.endpoint}</dt>
      <dd>{webhook.url}</dd>
      <dt>{w.state}</dt>
      <dd>
        <State webhook={webhook} language={language} />
      </dd>
      <dt>{w.contact}</dt>
      <dd>
        <a href={`/console/contacts/${webhook.contactId}`}>{webhook.contact}</a>
      </dd>
      <dt>{w.events}</dt>
      <dd>{events.join(', ') || w.any}</dd>
      <dt>{w.risks}</dt>
      <dd>{webhook.risks.join(', ') || w.any}</dd>
      <dt>{w.products}</dt>
      <dd>{productsOf(webhook, language) || w.any}</dd>
      <dt>{w.ceiling}</dt>
      <dd>TLP:{webhook.tlpCeiling}</dd>
      <dt>{w.form}</dt>
      <dd>{w.forms[webhook.form]}</dd>
      <dt>{w.secret}</dt>
      <dd>
        {previousSecretUntil ? w.twoSecrets : w.oneSecret}{' '}
        {previousSecretUntil && <Moment at={previousSecretUntil} language={language} />}
      </dd>
      <dt>{w.made}</dt>
      <dd>
        <Moment at={webhook.createdAt} language={language} />
      </dd>
    </dl>
  );
}

const productsOf = ({ products }: Webhook, language: Language) =>
  products
    .map(({ vendor, product }) =>
      product === null ? partnerWords[language].allOf(vendor) : `${vendor} ${product}`,
    )
    .join(', ');
