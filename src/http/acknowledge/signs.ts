import type { HonoRequest } from 'hono';
import type { Provenance } from '../../acknowledgement/acknowledgement.ts';
import type { View } from '../../acknowledgement/nonce.ts';
import type { Signs } from '../../acknowledgement/suspicion.ts';

/** What of a request tells a person from a machine; `seconds` on the domain clock. */
export function signsOf(request: HonoRequest, bait: string, seconds: number): Signs {
  const header = (name: string) => request.header(name) ?? '';
  return {
    seconds,
    bait,
    userAgent: header('user-agent'),
    accept: header('accept'),
    acceptLanguage: header('accept-language'),
    purpose: ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map(header).join(' '),
  };
}

/** The part of it that is kept with an answer. */
export function provenanceOf(signs: Signs, view: View): Provenance {
  return {
    view: view.id,
    seconds: Math.round(signs.seconds * 10) / 10,
    userAgent: signs.userAgent.slice(0, 300),
    acceptLanguage: signs.acceptLanguage.slice(0, 100),
  };
}
