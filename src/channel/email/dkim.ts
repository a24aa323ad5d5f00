import { createHash, createPrivateKey, sign } from 'node:crypto';
import { promisify } from 'node:util';
import dkimHeader from 'nodemailer/lib/dkim/sign';
import { allHeaders, type Draft } from './finish.ts';

/** Who signs, with an RSA or Ed25519 private key in PEM (RFC 6376, RFC 8463). */
export type Dkim = { domain: string; selector: string; key: string };

const signed = [
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Language',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':');

// In the thread pool: an RSA signature would hold up this thread for a millisecond.
const signAside = promisify(sign);

/**
 * Returns the function that puts a signature on top of a draft. Headers are canonicalised relaxed, the body simple: it
 * is quoted-printable and ends in one CRLF, so it already is what both would make of it, nearly.
 */
export function createSigner({
  domain,
  selector,
  key: pem,
}: Dkim): (draft: Draft) => Promise<Draft> {
  const key = createPrivateKey(pem);
  const edwards = key.asymmetricKeyType === 'ed25519';
  const algorithm = edwards ? 'ed25519-sha256' : 'rsa-sha256';
  return async (draft) => {
    const chosen = dkimHeader.relaxedHeaders(listHeaders(allHeaders(draft)), signed);
    const open =
      `v=1; a=${algorithm}; c=relaxed/simple; d=${domain}; s=${selector};\r\n` +
      ` h=${chosen.fieldNames.replaceAll(':', ':\r\n ')};\r\n` +
      ` bh=${sha256(draft.body).toString('base64')};\r\n b=`;
    const data = `${chosen.headers}dkim-signature:${open.replaceAll('\r\n', '')}`;
    // RFC 8463 §3: Ed25519 signs the SHA-256 of what RSA would sign.
    const signature = edwards
      ? await signAside(null, sha256(data), key)
      : await signAside('sha256', Buffer.from(data), key);
    return { ...draft, headers: `DKIM-Signature: ${open}${fold(signature)}\r\n${draft.headers}` };
  };
}

function listHeaders(headers: string) {
  return headers
    .split(/\r\n(?![ \t])/)
    .filter((line) => line !== '')
    .map((line) => ({ key: line.slice(0, line.indexOf(':')).toLowerCase(), line }));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

const fold = (signature: Buffer) => signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ');
