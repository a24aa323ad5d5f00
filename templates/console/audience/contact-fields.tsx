import type { Language } from '../../../src/advisory/language.ts';
import { ChecksField, SelectField } from '../choice-field.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { audienceWords, languageWords } from './words.ts';

const words = {
  nl: {
    email: 'E-mailadres',
    emailHint: 'Geldt als geverifieerd: voer het alleen in als de organisatie het zelf opgaf.',
    phone: 'Telefoonnummer',
    roleHint: 'Bijvoorbeeld CISO, SOC of piketdienst; het beleid kiest erop.',
    orderHint: '1 wordt het eerst gebeld.',
  },
  en: {
    email: 'E-mail address',
    emailHint: 'Counts as verified: enter it only where the organisation gave it itself.',
    phone: 'Phone number',
    roleHint: 'For instance CISO, SOC or duty desk; the policy chooses by it.',
    orderHint: '1 is phoned first.',
  },
};

type Props = { filled: Filled; language: Language };

/** A new contact at an organisation, with how it is reached. */
export function ContactFields({ filled, language }: Props) {
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <>
      <div class="pair">
        <TextField filled={filled} path="name" label={a.name} required />
        <TextField filled={filled} path="role" label={a.role} hint={w.roleHint} required />
        <TextField filled={filled} path="email" label={w.email} hint={w.emailHint} type="email" />
        <TextField filled={filled} path="phone" label={w.phone} type="tel" />
        <TextField
          filled={filled}
          path="phoneOrder"
          label={a.phoneOrder}
          hint={w.orderHint}
          value="1"
          type="number"
        />
        <LanguageField filled={filled} language={language} value="nl" />
      </div>
      <FunctionalField filled={filled} language={language} value={false} />
    </>
  );
}

export function LanguageField({ filled, language, value }: Props & { value: Language }) {
  const options = (['nl', 'en'] as const).map((value) => ({
    value,
    label: languageWords[language][value],
  }));
  const label = audienceWords[language].language;
  return (
    <SelectField filled={filled} path="language" label={label} value={value} options={options} />
  );
}

export function FunctionalField({ filled, language, value }: Props & { value: boolean }) {
  const a = audienceWords[language];
  return (
    <ChecksField
      filled={filled}
      path="functional"
      label={a.functional}
      hint={a.functionalHint}
      options={[{ value: 'yes', label: a.functional }]}
      values={value ? ['yes'] : []}
    />
  );
}
