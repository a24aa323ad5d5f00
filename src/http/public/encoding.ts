import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body travels, best first; the last one is what everybody reads (RFC 9110 §8.4.1). */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];
export type Bodies = Record<Encoding, Uint8Array<ArrayBuffer>>;

/** Past this quality brotli takes many times as long for a few hundredths less: for a body that many will get. */
const qualityForMany = 7;

/** A body in every encoding, made once for all who will ask for it. */
export async function encode(body: string): Promise<Bodies> {
  const identity = Buffer.from(body);
  const [br, zipped] = await Promise.all([
    compress(identity, 'br', qualityForMany),
    compress(identity, 'gzip'),
  ]);
  return { br, gzip: zipped, identity };
}

/** A body in one encoding; for a single reader brotli of this quality is as quick as gzip, and smaller. */
export function compress(body: Buffer, encoding: 'br' | 'gzip', quality = 4) {
  if (encoding === 'gzip') return promisify(gzip)(body);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return promisify(brotliCompress)(body, { params });
}

/**
 * The tag of a representation as it travels in an encoding: every encoding is another representation, with a strong tag
 * of its own (RFC 9110 §8.8.3.3).
 */
export const tagIn = (tag: string, encoding: Encoding): string =>
  encoding === 'identity' ? tag : `${tag.slice(0, -1)}-${encoding}"`;

/** Whether a reader means a representation, in whatever encoding it got it. */
export const isTagOf = (name: string, tag: string): boolean =>
  encodings.some((encoding) => name === tagIn(tag, encoding));

/** The best encoding that an `Accept-Encoding` takes; without one, or where it takes none, the plain body. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
        const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = Math.max(weightOf('br'), weightOf('gzip'));
  if (!(best > 0) || (weights.get('identity') ?? 0) > best) return 'identity';
  return weightOf('br') === best ? 'br' : 'gzip';
}
