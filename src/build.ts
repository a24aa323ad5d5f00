// What `npm ci` runs at its end: the bundle is there before the first start needs it. Every other goes, also that of a hub
// which runs from this folder: it may miss what it has not loaded yet.
import { rm } from 'node:fs/promises';
import { bundle } from './bundle.js';

await rm(new URL('../.build', import.meta.url), { recursive: true, force: true });
await bundle();
