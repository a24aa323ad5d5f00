// What `npm start`, `npm run demo` and `npm run semafoor` run: Node reads this file and the next as they are.
import { bundle } from './bundle.ts';

// Node is silent about what packages do that it has deprecated, as long as they lie in node_modules.
process.noDeprecation = true;

await import(await bundle());
