import { startEmbedded } from '../../src/database/embedded.ts';
import { createLog } from '../../src/log.ts';

// A hub's start, as far as the database goes, in a process that a test can kill: `tsx start-embedded.ts <directory>`.
const [directory = ''] = process.argv.slice(2);
const log = createLog({ logLevel: 'silent' });
const { url, pid } = await startEmbedded({ directory, log, durable: false });
console.log(JSON.stringify({ url, pid, uid: process.getuid?.() }));
setInterval(() => {}, 60_000);
