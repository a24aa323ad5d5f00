import type { Contact } from '../../../src/audience/contact.ts';
import type { EncryptionKey } from '../../../src/audience/encryption-key.ts';
import type { ListedAddress } from '../../../src/audience/list-addresses.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { AddressesSection } from './addresses-section.tsx';
import { FunctionalField, LanguageField } from './contact-fields.tsx';
import { DutiesSection } from './duties-section.tsx';
import { KeySection } from './key-section.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords, languageWords } from './words.ts';

export type ContactPageProps = {
  frame: Frame;
  contact: Contact;
  addresses: readonly ListedAddress[];
  /** A contact may link a chat. */
  hasBot: boolean;
  encryptionKey: EncryptionKey | null;
  filled: Filled;
};

/** Whether the caller may change this contact. */
export const mayChange = ({ frame, contact }: ContactPageProps) =>
  frame.caller.roles.includes('administrator') && contact.removedAt === null;

/** The form of this name as it was sent, else empty: a page has several. */
export const formOf = (filled: Filled, form: string): Filled =>
  filled.form === form ? filled : { form, findings: [] };

/** One contact: for whom it is one, and how it is reached. */
export function ContactPage(props: ContactPageProps) {
  const { frame, contact, filled } = props;
  const a = audienceWords[frame.language];
  const at = `/console/contacts/${contact.id}`;
  const isAdministrator = frame.caller.roles.includes('administrator');
  return (
    <ConsoleFrame {...frame} title={contact.name} here="contacts">
      <p>
        <a href="/console/contacts">
          {a.back} {a.contacts.toLowerCase()}
        </a>
      </p>
      <h1>{contact.name}</h1>
      {contact.removedAt && <p class="banner">{a.removedNote}</p>}
      <dl class="facts">
        <dt>{a.language}</dt>
        <dd>{languageWords[frame.language][contact.language]}</dd>
        <dt>{a.functional}</dt>
        <dd>{contact.functional ? a.yes : a.no}</dd>
      </dl>
      {filled.form === 'none' && <ErrorSummary filled={filled} language={frame.language} />}
      <DutiesSection {...props} />
      <AddressesSection {...props} />
      <KeySection {...props} />
      {mayChange(props) && <Change {...props} />}
      {isAdministrator && contact.removedAt !== null && (
        <PostButton action={`${at}/restore`} style="second">
          {a.restore}
        </PostButton>
      )}
      {!isAdministrator && <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}

function Change({ frame: { language }, contact, filled }: ContactPageProps) {
  const a = audienceWords[language];
  const shown = formOf(filled, 'contact');
  return (
    <>
      <h2>{a.change}</h2>
      <ErrorSummary filled={shown} language={language} />
      <form method="post" action={`/console/contacts/${contact.id}`}>
        <input type="hidden" name="expected" value={contact.revision} />
        <TextField filled={shown} path="name" label={a.name} value={contact.name} required />
        <LanguageField filled={shown} language={language} value={contact.language} />
        <FunctionalField filled={shown} language={language} value={contact.functional} />
        <FormFoot label={a.save}>
          <a class="button second" href={`/console/contacts/${contact.id}/remove`}>
            {a.remove}
          </a>
        </FormFoot>
      </form>
    </>
  );
}
