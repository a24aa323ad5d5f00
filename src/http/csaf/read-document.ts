import { createHash } from 'node:crypto';
import { exportCsaf } from '../../advisory/export-csaf.ts';
import type { Hub } from '../../hub.ts';
import { findSigner, signDetached } from '../../openpgp.ts';
import type { Circle } from './circle.ts';
import { listDocuments } from './list-documents.ts';

/** What is asked of a document by the end of its address. */
const ends = { '': 'json', '.sha256': 'hash', '.sha512': 'hash', '.asc': 'signature' } as const;

const types = {
  json: 'application/json',
  hash: 'text/plain; charset=utf-8',
  signature: 'application/pgp-signature',
};

export type Served = { body: string; type: string; lastModified: Date };

/** A document of a circle, its hash or its signature; undefined where there is none. `path` is `2020/name.json.asc`. */
export async function readDocument(
  hub: Hub,
  circle: Circle,
  path: string,
): Promise<Served | undefined> {
  const [, year, file = '', end = ''] = /^(\d{4})\/([-+a-z0-9_]+\.json)(\.\w+)?$/.exec(path) ?? [];
  if (!(end in ends)) return undefined;
  const [found] = (await listDocuments(hub.sql, circle, file)).filter(
    (listed) => listed.path === `${year}/${file}`,
  );
  if (!found) return undefined;
  const document = await exportCsaf(hub, { versionId: found.versionId });
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const body = await say(hub, { text, file, end: end as keyof typeof ends });
  const type = types[ends[end as keyof typeof ends]];
  return body === null ? undefined : { body, type, lastModified: new Date(found.currentRelease) };
}

type Asked = { text: string; file: string; end: keyof typeof ends };

/** Null: it has no signature, because the hub has no key. */
async function say(hub: Hub, { text, file, end }: Asked): Promise<string | null> {
  if (end === '') return text;
  if (end === '.asc') return sign(hub, text);
  const digest = createHash(end.slice(1)).update(text).digest('hex');
  return `${digest}  ${file}\n`;
}

const mostSignatures = 10_000;
/** By key and text: what was signed once is not signed again in this process. */
const signatures = new Map<string, Promise<string>>();

async function sign(hub: Hub, text: string): Promise<string | null> {
  const signer = await findSigner(hub.config);
  if (!signer) return null;
  const key = `${signer.fingerprint} ${createHash('sha256').update(text).digest('hex')}`;
  const made = signatures.get(key) ?? signDetached(signer, new TextEncoder().encode(text));
  signatures.set(key, made);
  for (const oldest of signatures.keys()) {
    if (signatures.size <= mostSignatures) break;
    signatures.delete(oldest);
  }
  return made;
}
