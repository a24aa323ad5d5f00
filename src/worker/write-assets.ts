import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createApp } from '../http/app.tsx';
import { assetPaths } from '../http/asset.ts';

/** Where wrangler.toml looks for what Cloudflare serves without asking the Worker. */
const directory = '.wrangler/assets';
/** What Cloudflare says of a file by itself, and what belongs to one answer. */
const itsOwn = ['etag', 'content-length', 'x-request-id'];

/**
 * Asks the app for the files that pages need and writes them down as it answers, headers and all, for wrangler to upload:
 * so that there is one source of them. Every other address under /assets stays the app's.
 */
async function writeAssets(): Promise<void> {
  const app = createApp(() => Promise.reject(new Error('A file needs no hub.')));
  await rm(directory, { recursive: true, force: true });
  const rules: string[] = [];
  for (const path of assetPaths) {
    const answer = await app.request(path);
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}.`);
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), Buffer.from(await answer.arrayBuffer()));
    const headers = [...answer.headers].filter(([name]) => !itsOwn.includes(name));
    rules.push(path, ...headers.map(([name, value]) => `  ${name}: ${value}`));
  }
  await writeFile(join(directory, '_headers'), `${rules.join('\n')}\n`);
}

await writeAssets();
