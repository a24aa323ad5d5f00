import type { Language } from '../../../src/advisory/language.ts';
import type { EncryptionKey, KeyState } from '../../../src/audience/encryption-key.ts';
import { formatMoment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { ProseField } from '../field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { type ContactPageProps, formOf, mayChange } from './contact-page.tsx';
import { PostButton } from './post-button.tsx';

const nl = {
  title: 'Versleuteling',
  none: 'Geen sleutel: post aan deze contactpersoon is niet versleuteld, en TLP:RED gaat alleen als verwijzing.',
  mailbox:
    'Meer mensen lezen deze mailbox: TLP:RED is voor één persoon en gaat ook versleuteld alleen als verwijzing.',
  fingerprint: 'Vingerafdruk',
  algorithm: 'Algoritme',
  state: 'Stand',
  ends: 'Geldig tot',
  never: 'geen einde',
  states: {
    usable: 'in gebruik: alle post is versleuteld',
    'ends soon': 'in gebruik, maar verloopt binnenkort: vraag om een nieuwe',
    ended:
      'verlopen: post is niet meer versleuteld, en TLP:RED gaat alleen als verwijzing. Vraag om een nieuwe',
  } satisfies Record<KeyState, string>,
  add: 'Sleutel geven',
  replace: 'Andere sleutel geven',
  armored: 'Openbare OpenPGP-sleutel',
  hint: 'Het hele blok, met de regels die met ----- beginnen. Vergelijk daarna de vingerafdruk met de eigenaar, langs een andere weg: door de telefoon bijvoorbeeld.',
  save: 'Sleutel bewaren',
  remove: 'Sleutel weghalen',
};
const en: typeof nl = {
  title: 'Encryption',
  none: 'No key: mail to this contact is not encrypted, and TLP:RED goes as a pointer only.',
  mailbox:
    'Several people read this mailbox: TLP:RED is for one person and goes as a pointer only, encrypted or not.',
  fingerprint: 'Fingerprint',
  algorithm: 'Algorithm',
  state: 'State',
  ends: 'Valid until',
  never: 'no end',
  states: {
    usable: 'in use: all mail is encrypted',
    'ends soon': 'in use, but it ends soon: ask for another',
    ended:
      'ended: mail is no longer encrypted, and TLP:RED goes as a pointer only. Ask for another',
  },
  add: 'Give a key',
  replace: 'Give another key',
  armored: 'Public OpenPGP key',
  hint: 'The whole block, with the lines that begin with -----. Afterwards compare the fingerprint with its owner by another way: by phone, for instance.',
  save: 'Keep the key',
  remove: 'Take the key away',
};
const words: Record<Language, typeof nl> = { nl, en };

/** The key that a contact's mail is encrypted to. */
export function KeySection(props: ContactPageProps) {
  const { frame, contact, encryptionKey, filled } = props;
  const w = words[frame.language];
  return (
    <>
      <h2 id="key">{w.title}</h2>
      {encryptionKey ? (
        <Facts encryptionKey={encryptionKey} language={frame.language} />
      ) : (
        <p>{w.none}</p>
      )}
      {contact.functional && <p>{w.mailbox}</p>}
      {mayChange(props) && (
        <details open={filled.form === 'key'}>
          <summary>{encryptionKey ? w.replace : w.add}</summary>
          <Entry {...props} />
        </details>
      )}
      {mayChange(props) && encryptionKey && (
        <PostButton action={`/console/contacts/${contact.id}/key/remove`}>{w.remove}</PostButton>
      )}
    </>
  );
}

function Facts({ encryptionKey, language }: { encryptionKey: EncryptionKey; language: Language }) {
  const w = words[language];
  const { fingerprint, algorithm, state, endsAt } = encryptionKey;
  return (
    <dl class="facts">
      <dt>{w.fingerprint}</dt>
      <dd>{fingerprint.replace(/.{4}(?=.)/g, '$& ')}</dd>
      <dt>{w.algorithm}</dt>
      <dd>{algorithm}</dd>
      <dt>{w.state}</dt>
      <dd>{w.states[state]}</dd>
      <dt>{w.ends}</dt>
      <dd>{endsAt ? formatMoment(endsAt, language) : w.never}</dd>
    </dl>
  );
}

function Entry({ frame: { language }, contact, filled }: ContactPageProps) {
  const w = words[language];
  const shown = formOf(filled, 'key');
  return (
    <>
      <ErrorSummary filled={shown} language={language} />
      <form method="post" action={`/console/contacts/${contact.id}/key`}>
        <ProseField
          filled={shown}
          path="armoredKey"
          label={w.armored}
          hint={w.hint}
          rows={8}
          required
        />
        <FormFoot label={w.save} />
      </form>
    </>
  );
}
