// What `npm start`, `npm run demo` and `npm run semafoor` run: Node reads this file and the next as they are. They are plain
// JavaScript, because for the first line of TypeScript Node loads its own compiler, which takes 17 MB for good.
import { bundle } from './bundle.js';

// Node is silent about what packages do that it has deprecated, as long as they lie in node_modules.
process.noDeprecation = true;

await import(await bundle());
