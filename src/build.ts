// What `npm ci` runs at its end: the bundle is there before the first start needs it.
import { bundle, removeBundles } from './bundle.ts';

await removeBundles();
await bundle();
