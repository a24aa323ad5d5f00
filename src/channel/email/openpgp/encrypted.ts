import type { Draft } from '../finish.ts';
import type { Crypt } from './crypt.ts';

const boundary = '=_semafoor-encrypted';

/**
 * The same, encrypted to one key (RFC 3156 §6.2): the body, and with it the headers (RFC 9788, `hp="cipher"`), of which
 * those outside say no more than who writes to whom and when.
 */
export async function encrypted(crypt: Crypt, draft: Draft, key: string): Promise<Draft> {
  const { cover, envelope } = draft;
  const text = await crypt.encrypt(payloadOf(draft), key);
  return {
    headers: cover,
    cover,
    contentType: `multipart/encrypted; protocol="application/pgp-encrypted";\r\n boundary="${boundary}"`,
    body: [
      `--${boundary}`,
      'Content-Type: application/pgp-encrypted',
      'Content-Description: PGP/MIME version identification',
      '',
      'Version: 1',
      '',
      `--${boundary}`,
      'Content-Type: application/octet-stream; name="encrypted.asc"',
      'Content-Description: OpenPGP encrypted message',
      'Content-Disposition: inline; filename="encrypted.asc"',
      '',
      text.trimEnd().replace(/\r?\n/g, '\r\n'),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
    envelope,
  };
}

/** `protected-headers` says the same to mail programs from before RFC 9788. */
function payloadOf({ headers, cover, contentType, body }: Draft): string {
  const outside = cover.replace(/^(?=\S)(?!MIME-Version:)/gm, 'HP-Outer: ');
  return [
    withoutStructure(headers),
    withoutStructure(outside),
    `Content-Type: ${contentType};\r\n hp="cipher"; protected-headers="v1"\r\n\r\n`,
    body,
  ].join('');
}

/** What tells how a message is built stands once, where it is built so (RFC 9788 §1.1.1). */
const withoutStructure = (headers: string) => headers.replace(/^MIME-Version:.*\r\n/gm, '');
