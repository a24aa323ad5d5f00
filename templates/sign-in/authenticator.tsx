import { encode } from 'uqr';
import type { Language } from '../../src/advisory/language.ts';
import { TextField } from '../console/field.tsx';
import type { Filled } from '../console/filled.ts';

/** A second factor that is being enrolled: `ticket` is what the form brings back of it. */
export type Shown = { secret: string; uri: string; ticket: string };

const words = {
  nl: {
    how: 'Scan deze code met een authenticator-app op uw telefoon, of typ het geheim daarin over.',
    picture: 'QR-code van het geheim hieronder',
    secret: 'Geheim',
    code: 'Code',
    hint: 'De zes cijfers die de authenticator daarna toont.',
  },
  en: {
    how: 'Scan this code with an authenticator app on your phone, or type the secret into it.',
    picture: 'QR code of the secret below',
    secret: 'Secret',
    code: 'Code',
    hint: 'The six digits that the authenticator shows after that.',
  },
};

type Props = { language: Language; filled: Filled; enrolment: Shown };

/** The fields of a new second factor: the secret as a picture and as text, and the code that proves it was taken over. */
export function AuthenticatorFields({ language, filled, enrolment }: Props) {
  const w = words[language];
  const grouped = enrolment.secret.match(/.{1,4}/g)?.join(' ') ?? '';
  return (
    <>
      <p>{w.how}</p>
      <Picture text={enrolment.uri} label={w.picture} />
      <p>
        {w.secret}: <code>{grouped}</code>
      </p>
      <input type="hidden" name="ticket" value={enrolment.ticket} />
      <TextField
        filled={filled}
        path="code"
        label={w.code}
        hint={w.hint}
        autocomplete="one-time-code"
        maxlength={10}
        required
      />
    </>
  );
}

/** Dark on light in either colour scheme: scanners expect no other. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const dots = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <p>
      <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label}>
        <rect width={size} height={size} fill="#ffffff" />
        <path d={dots.join('')} fill="#000000" />
      </svg>
    </p>
  );
}
