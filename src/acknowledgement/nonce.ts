import { randomBytes } from 'node:crypto';
import type { LinkKey } from '../setting/key.ts';
import { isSame, sealOf, signingKey } from './seal.ts';

/** How long a page may stay open before its form is shown again, in milliseconds. */
export const viewTerm = 24 * 3_600_000;

/** `first`: the page asks; `again`: it asks once more, because what came looked automatic. */
const questions = ['first', 'again'] as const;
export type Question = (typeof questions)[number];

/** One showing of a question: whose, when (domain time), and a random part that tells two showings apart. */
export type View = { deliveryId: number; question: Question; at: Date; id: string };

/**
 * The nonce of one page view, bound to its link and its moment. The hub keeps no list: a nonce that comes twice is
 * recognised by the answer that carries its view's id, so a double click is one answer.
 */
export function viewNonce(keys: LinkKey[], view: Omit<View, 'id'>): string {
  const body = Buffer.alloc(15);
  body.writeUIntBE(view.at.getTime(), 0, 6);
  body.writeUInt8(questions.indexOf(view.question), 6);
  randomBytes(8).copy(body, 7);
  const seal = sealOfView(signingKey(keys), view.deliveryId, body);
  return Buffer.concat([body, seal]).toString('base64url');
}

/** The page view that a nonce proves, or null: forged, of another link, or older than `viewTerm`. */
export function readViewNonce(
  keys: LinkKey[],
  nonce: string,
  { deliveryId, now }: { deliveryId: number; now: Date },
): View | null {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== 31) return null;
  const body = bytes.subarray(0, 15);
  const seal = bytes.subarray(15);
  if (!keys.some((key) => isSame(sealOfView(key, deliveryId, body), seal))) return null;
  const at = new Date(body.readUIntBE(0, 6));
  const question = questions[body.readUInt8(6)];
  if (!question || now.getTime() - at.getTime() > viewTerm) return null;
  return { deliveryId, question, at, id: body.subarray(7).toString('hex') };
}

const sealOfView = (key: LinkKey, deliveryId: number, body: Buffer) =>
  sealOf(key, 'view', `${deliveryId}\n${body.toString('hex')}`);
