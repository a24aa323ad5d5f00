import { z } from 'zod';

/** Letters of any script, with their marks, and digits; no quotes, controls, spaces or characters that nobody sees. */
const atom = "[\\p{L}\\p{M}\\p{N}_'+-]+";
const label = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:-+[\\p{L}\\p{M}\\p{N}]+)*';
const address = new RegExp(
  `^(?<local>${atom}(?:\\.${atom})*)@(?<domain>${label}(?:\\.${label})+)$`,
  'u',
);
/** RFC 5321 §4.5.3.1, in octets; 254 is what the path leaves within its brackets. */
const most = { local: 64, domain: 253, whole: 254 };

/**
 * An e-mail address as it is entered, letters beyond ASCII on either side of the @ included (RFC 6531 §3.3), in Unicode's
 * composed form, so that the same address typed twice is the same.
 */
export const emailAddress = z
  .string()
  .normalize('NFC')
  .max(most.whole, { abort: true })
  .check((context) => {
    if (!isEmailAddress(context.value))
      context.issues.push({ code: 'invalid_format', format: 'email', input: context.value });
  });

function isEmailAddress(text: string): boolean {
  const { local = '', domain = '' } = address.exec(text)?.groups ?? {};
  if (local === '' || octets(local) > most.local) return false;
  const named = asciiOf(domain);
  const whole = octets(local) + 1 + Math.max(named.length, octets(domain));
  return /\.[a-z][a-z0-9-]+$/.test(named) && named.length <= most.domain && whole <= most.whole;
}

/** The domain as the DNS knows it (UTS 46); empty where it is none. */
function asciiOf(domain: string): string {
  const url = `http://${domain}`;
  if (!URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return hostname.split('.').every((label) => label.length <= 63) ? hostname : '';
}

const octets = (text: string) => new TextEncoder().encode(text).length;
