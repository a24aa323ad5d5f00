import type { Entity } from '../finish.ts';
import type { Crypt } from './crypt.ts';

export type Sign = NonNullable<Crypt['sign']>;

const boundary = '=_semafoor-signed';

/** The same, signed as a whole (RFC 3156 §5); as it was where the hub cannot sign now. */
export async function signed(sign: Sign, entity: Entity): Promise<Entity> {
  const part = partOf(entity);
  const made = await sign(part);
  if (!made) return entity;
  return {
    contentType: `multipart/signed; micalg="${made.micalg}";\r\n protocol="application/pgp-signature"; boundary="${boundary}"`,
    body: [
      `--${boundary}`,
      part,
      `--${boundary}`,
      'Content-Type: application/pgp-signature; name="signature.asc"',
      'Content-Description: OpenPGP digital signature',
      'Content-Disposition: attachment; filename="signature.asc"',
      '',
      made.signature.trimEnd().replace(/\r?\n/g, '\r\n'),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  };
}

/** What is signed: headers and all, without the line end before the boundary, which belongs to that (RFC 2046 §5.1.1). */
function partOf({ contentType, body }: Entity): string {
  return `Content-Type: ${contentType}\r\n\r\n${body.replace(/\r\n$/, '')}`;
}
