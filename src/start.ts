// What `npm start`, `npm run demo` and `npm run semafoor` run: Node reads this file and the next as they are.
import { bundle } from './bundle.ts';

await import(await bundle());
