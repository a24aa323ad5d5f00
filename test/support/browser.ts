import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { atEnd } from './at-end.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Opens the Chromium of this machine, else the one inside `@sparticuz/chromium`; it closes itself. A machine on which
 * neither starts fails the test: what was not looked at in a browser must not pass.
 */
export async function openBrowser(path = process.env.PATH ?? ''): Promise<Browser> {
  const reasons: unknown[] = [];
  for (const launch of [() => launchFound(path), launchPacked]) {
    try {
      return await launch();
    } catch (error) {
      reasons.push(error);
    }
  }
  throw new AggregateError(reasons, `No browser starts here: ${reasons.join(' | ')}`);
}

/** It only ever sees our own pages, so it needs no sandbox, which root and containers do not have. */
const bare = { args: ['--no-sandbox', '--disable-dev-shm-usage'] };

async function launchFound(path: string): Promise<Browser> {
  const files = path.split(delimiter).flatMap((place) => names.map((name) => join(place, name)));
  const executablePath = files.find(isExecutable);
  if (!executablePath) throw new Error('no Chromium or Chrome in the PATH');
  const browser = await chromium.launch({ ...bare, executablePath });
  atEnd(() => browser.close());
  return browser;
}

/** Unpacks a directory of its own: the package's fixed place would be shared with whoever unpacks at this moment. */
async function launchPacked(): Promise<Browser> {
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-browser-'));
  atEnd(() => rm(directory, { recursive: true, force: true }));
  const before = { ...process.env };
  try {
    // The package brings the libraries that a bare machine lacks, but unpacks them only where it knows the runtime.
    Object.assign(process.env, { TMPDIR: directory, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    await nameFonts(directory);
    const env = { ...process.env, LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') };
    // In a single process, closing one person's window at times takes everybody's with it.
    const args = packed.args.filter((arg) => arg !== '--single-process');
    const browser = await chromium.launch({
      args: [...args, ...bare.args],
      executablePath,
      env,
    });
    atEnd(() => browser.close());
    return browser;
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** The package's own list of fonts names the fixed place: none would be found, and this Chromium dies without one. */
async function nameFonts(directory: string): Promise<void> {
  const fonts = join(directory, 'fonts');
  const list = `<fontconfig><dir>${fonts}</dir><cachedir>${directory}/fonts-cache</cachedir></fontconfig>`;
  await writeFile(join(fonts, 'fonts.conf'), list);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
