import { registerHooks } from 'node:module';
import { mend, mended } from './mends.ts';

// Mends postgres.js as Node loads it. Import this before anything that imports `postgres`; a bundle has it mended.
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(mended) || !loaded.source) return loaded;
    return { ...loaded, source: mend(String(loaded.source)) };
  },
});
