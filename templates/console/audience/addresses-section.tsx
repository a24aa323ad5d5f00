import { tlps } from '../../../src/advisory/tlp.ts';
import { addressChannels } from '../../../src/audience/address.ts';
import { ChecksField, SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { Table } from '../table.tsx';
import { addressStateWords, channelWords } from './address-words.ts';
import { type ContactPageProps, formOf, mayChange } from './contact-page.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords } from './words.ts';

const words = {
  nl: {
    channel: 'Kanaal',
    state: 'Stand',
    preference: 'Voorkeur',
    preferenceHint: '0 wordt het eerst geprobeerd.',
    verified: 'Geverifieerd',
    verifiedHint: 'Aan een adres dat niemand verifieerde, wordt niets gestuurd.',
    target: 'Adres of nummer',
    empty: 'Geen adres bekend: niets kan worden gestuurd.',
    add: 'Adres toevoegen',
    code: 'Maak een koppelcode voor Telegram',
  },
  en: {
    channel: 'Channel',
    state: 'State',
    preference: 'Preference',
    preferenceHint: '0 is tried first.',
    verified: 'Verified',
    verifiedHint: 'Nothing is sent to an address that nobody verified.',
    target: 'Address or number',
    empty: 'No address known: nothing can be sent.',
    add: 'Add an address',
    code: 'Make a code to link Telegram',
  },
};

/** How a contact is reached. */
export function AddressesSection(props: ContactPageProps) {
  const { frame, contact, addresses } = props;
  const { language } = frame;
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <>
      <h2 id="addresses-title">{a.addresses}</h2>
      <Table
        id="addresses"
        caption={<span class="unseen">{`${a.addresses}: ${contact.name}`}</span>}
        head={[a.address, w.channel, w.preference, a.ceiling, w.state]}
        empty={w.empty}
        rows={addresses.map((address) => (
          <tr>
            <th scope="row">
              <a href={`/console/addresses/${address.id}`}>{address.target}</a>
            </th>
            <td>{channelWords[language][address.channel]}</td>
            <td>{address.preference}</td>
            <td>TLP:{address.tlpCeiling}</td>
            <td>
              {addressStateWords[language][address.state]}
              {address.disabledReason && `: ${address.disabledReason}`}
            </td>
          </tr>
        ))}
      />
      {mayChange(props) && <Add {...props} />}
      {mayChange(props) && props.hasBot && <Code {...props} />}
    </>
  );
}

function Add({ frame: { language }, contact, filled }: ContactPageProps) {
  const [w, a] = [words[language], audienceWords[language]];
  const shown = formOf(filled, 'address');
  const channels = addressChannels.map((value) => ({
    value,
    label: channelWords[language][value],
  }));
  return (
    <details open={filled.form === 'address'}>
      <summary>{w.add}</summary>
      <ErrorSummary filled={shown} language={language} />
      <form method="post" action={`/console/contacts/${contact.id}/addresses`}>
        <div class="pair">
          <SelectField
            filled={shown}
            path="channel"
            label={w.channel}
            value="email"
            options={channels}
          />
          <TextField filled={shown} path="target" label={w.target} required />
          <AddressFields filled={shown} language={language} />
        </div>
        <FormFoot label={a.add} />
      </form>
    </details>
  );
}

function Code({ frame: { language }, contact }: ContactPageProps) {
  const w = words[language];
  return (
    <PostButton action={`/console/contacts/${contact.id}/chat-code`} style="second">
      {w.code}
    </PostButton>
  );
}

type FieldsProps = Pick<ContactPageProps, 'filled'> & {
  language: ContactPageProps['frame']['language'];
  address?: { preference: number; tlpCeiling: string; verifiedAt: Date | null };
};

/** What may be changed of an address. */
export function AddressFields({ filled, language, address }: FieldsProps) {
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <>
      <TextField
        filled={filled}
        path="preference"
        label={w.preference}
        hint={w.preferenceHint}
        value={String(address?.preference ?? 0)}
        type="number"
      />
      <SelectField
        filled={filled}
        path="tlpCeiling"
        label={a.ceiling}
        hint={a.ceilingHint}
        value={address?.tlpCeiling ?? 'RED'}
        options={tlps.map((value) => ({ value, label: `TLP:${value}` }))}
      />
      <ChecksField
        filled={filled}
        path="verified"
        label={w.verified}
        hint={w.verifiedHint}
        options={[{ value: 'yes', label: w.verified }]}
        values={address?.verifiedAt ? ['yes'] : []}
      />
    </>
  );
}
