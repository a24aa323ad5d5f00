import './database/mend.ts';
import { Command } from 'commander';
import { csvKinds } from './audience/csv/kind.ts';
import { fail } from './command/run.ts';
import { settle } from './command/settle.ts';
import { roles } from './operator/role.ts';

const program = new Command('semafoor')
  .description(
    'Pushes every version of a security advisory to everyone who must hear it, and knows who heard.',
  )
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Every command has its own help: semafoor import --help.
Exit codes: 0 done; 1 refused, or something was found; 2 wrong use or settings; 3 database (or relay) away; 70 a bug.`,
  );

const json = ['--json', 'print one JSON value on standard output'] as const;
const as = ['--as <email>', 'the operator on whose behalf, whose roles count'] as const;

program
  .command('serve')
  .description('run the hub: pages, API, fan-out and the rest; HTTP on HOST:PORT')
  .action(async () => (await import('./command/serve.ts')).serve(settle()));

program
  .command('dispatch')
  .description('run one more dispatcher beside the hub, on the same DATABASE_URL or DATA_DIR')
  .action(async () => (await import('./command/dispatch.ts')).dispatch(settle()));

program
  .command('migrate')
  .description('bring the database to the schema of this version, and end')
  .action(async () => (await import('./command/migrate.ts')).migrateOnce(settle()));

program
  .command('import')
  .description('import CSAF documents (.json) as drafts, or tables (.csv) of whom there is to warn')
  .argument('<file...>', 'each is taken wholly or not at all')
  .requiredOption(...as)
  .option('--kind <kind>', `what the tables hold: ${csvKinds.join(', ')}`)
  .option('--dry-run', 'show what would change, or what is wrong; store nothing')
  .option(...json)
  .action(async (files, options) =>
    (await import('./command/import.ts')).importFiles(settle(), files, options),
  );

program
  .command('publish')
  .description('publish the approved version of an advisory')
  .argument('<trackingId>', 'as in NCSC-2019-0979')
  .requiredOption(...as)
  .option('--watch', 'show progress until all dispatches are at rest')
  .option(...json)
  .action(async (trackingId, options) =>
    (await import('./command/publish.ts')).publishApproved(settle(), trackingId, options),
  );

program
  .command('status')
  .description('what is being sent, at which rate, what failed, how many there are to phone')
  .argument('[trackingId]', 'everything that was sent of one advisory')
  .option('--watch', 'show progress until all of it is at rest')
  .option(...json)
  .action(async (trackingId, options) =>
    (await import('./command/status.ts')).showStatus(settle(), trackingId, options),
  );

program
  .command('verify')
  .description('recount totals and roll-ups against the ledger; exit code 1 when they differ')
  .option(...json)
  .action(async (options) => (await import('./command/verify.ts')).verifyLedger(settle(), options));

program
  .command('audit')
  .description('the audit trail')
  .command('verify')
  .description(
    'prove that no audit entry was edited, swapped, added or removed; exit code 1 when one was',
  )
  .option('--head <position:hash>', 'a head from the log, which also finds a whole rewrite')
  .option(...json)
  .action(async (options) =>
    (await import('./command/verify-audit.ts')).verifyAuditTrail(settle(), options),
  );

program
  .command('operator')
  .description('accounts')
  .command('invite')
  .description('make an account and print the one-time address where its owner sets a password')
  .argument('<email>', 'with which the operator signs in')
  .requiredOption('--name <name>', 'as colleagues read it')
  .option('--roles <roles>', `separated by commas: ${roles.join(', ')}`, '')
  .option('--language <language>', 'nl or en', 'nl')
  .option('--as <email>', 'the administrator who invites')
  .option(...json)
  .action(async (email, options) =>
    (await import('./command/invite.ts')).invite(settle(), email, options),
  );

program
  .command('telegram')
  .description('tell Telegram how the bot is told what people say, and show how that goes')
  .option(...json)
  .action(async (options) =>
    (await import('./command/telegram.ts')).tellTelegram(settle(), options),
  );

program
  .command('keygen')
  .description(
    'make keys for LINK_KEYS, AUDIT_KEY and OPENPGP_KEY, and say where they go; stores nothing',
  )
  .option(...json)
  .action(async (options) => (await import('./command/keygen.ts')).keygen(process.env, options));

program
  .command('config')
  .description('the settings')
  .command('check')
  .description('report every setting (no secret) and whether database, relays and Telegram answer')
  .option(...json)
  .action(async (options) =>
    (await import('./command/config-check.ts')).checkConfig(process.env, options),
  );

program
  .command('demo')
  .description('the Citrix month of 2019 and 2020, replayed, with a mailbox to read the mail in')
  .action(async () => (await import('./command/demo.ts')).demo());

try {
  await program.parseAsync();
} catch (error) {
  fail(error, { json: process.argv.includes('--json') });
}
