import { assetPath } from './asset-path.ts';
import { matrixScript } from './script/matrix.ts';
import { watchScript } from './script/watch.ts';

/** The console's scripts by file name; every page works without them. */
export const scripts: Readonly<Record<string, string>> = {
  'matrix.js': matrixScript,
  'watch.js': watchScript,
};

/** The address of a script. */
export const scriptPath = (name: string) => assetPath(name, scripts[name] ?? '');
