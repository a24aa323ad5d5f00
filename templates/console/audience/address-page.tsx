import type { Address } from '../../../src/audience/address.ts';
import type { Contact } from '../../../src/audience/contact.ts';
import { Moment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { channelWords } from './address-words.ts';
import { AddressFields } from './addresses-section.tsx';
import { formOf } from './contact-page.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    disable: 'Buiten gebruik stellen',
    reason: 'Reden',
    reasonHint: 'De voorvertoning en de bellijst laten haar zien.',
    enable: 'Weer in gebruik nemen',
    disabled: 'Buiten gebruik sinds',
    verified: 'Geverifieerd op',
    never: 'niet geverifieerd',
    target:
      'Waar het heen leidt, verandert nooit: wat erheen ging, is geschiedenis. Voeg voor iets anders een adres toe en stel dit buiten gebruik.',
  },
  en: {
    disable: 'Take out of use',
    reason: 'Reason',
    reasonHint: 'The preview and the phone list show it.',
    enable: 'Take into use again',
    disabled: 'Out of use since',
    verified: 'Verified at',
    never: 'not verified',
    target:
      'Where it leads never changes: what went there is history. For something else add an address and take this one out of use.',
  },
};

type Props = { frame: Frame; address: Address; contact: Contact; filled: Filled };

/** One address of a contact: how it stands, and what may be changed of it. */
export function AddressPage(props: Props) {
  const { frame, address, contact } = props;
  const { language } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  const may = frame.caller.roles.includes('administrator') && contact.removedAt === null;
  return (
    <ConsoleFrame {...frame} title={address.target} here="contacts">
      <p>
        <a href={`/console/contacts/${contact.id}`}>
          {a.back} {contact.name}
        </a>
      </p>
      <h1>
        {channelWords[language][address.channel]}: {address.target}
      </h1>
      <dl class="facts">
        <dt>{w.verified}</dt>
        <dd>
          {address.verifiedAt ? <Moment at={address.verifiedAt} language={language} /> : w.never}
        </dd>
        {address.disabledAt && <dt>{w.disabled}</dt>}
        {address.disabledAt && (
          <dd>
            <Moment at={address.disabledAt} language={language} />: {address.disabledReason}
          </dd>
        )}
      </dl>
      {may ? <Forms {...props} /> : <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}

function Forms({ frame: { language }, address, filled }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  const at = `/console/addresses/${address.id}`;
  const [change, disable] = [formOf(filled, 'address'), formOf(filled, 'disable')];
  return (
    <>
      <h2>{a.change}</h2>
      <p class="quiet">{w.target}</p>
      <ErrorSummary filled={change} language={language} />
      <form method="post" action={at}>
        <input type="hidden" name="expected" value={address.revision} />
        <AddressFields filled={change} language={language} address={address} />
        <FormFoot label={a.save} />
      </form>
      <h2>{address.disabledAt ? w.enable : w.disable}</h2>
      {address.disabledAt ? (
        <PostButton action={`${at}/enable`} fields={{ expected: address.revision }} style="second">
          {w.enable}
        </PostButton>
      ) : (
        <form method="post" action={`${at}/disable`}>
          <ErrorSummary filled={disable} language={language} />
          <input type="hidden" name="expected" value={address.revision} />
          <TextField filled={disable} path="reason" label={w.reason} hint={w.reasonHint} required />
          <button type="submit" class="second">
            {w.disable}
          </button>
        </form>
      )}
    </>
  );
}
