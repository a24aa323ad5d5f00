import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../src/acknowledgement/acknowledge.ts';
import { acknowledgeOnBehalf } from '../../src/acknowledgement/acknowledge-on-behalf.ts';
import { approve } from '../../src/advisory/approve.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { draft } from '../../src/advisory/draft.ts';
import { edit } from '../../src/advisory/edit.ts';
import { publish } from '../../src/advisory/publish.ts';
import { sendBack } from '../../src/advisory/send-back.ts';
import { submit } from '../../src/advisory/submit.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { chain } from '../../src/audit/chain.ts';
import { verifyAudit } from '../../src/audit/verify.ts';
import { dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { cancel, pause, resume } from '../../src/fanout/hold.ts';
import { preview } from '../../src/fanout/preview.ts';
import { exampleDraft } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { readTables } from '../support/tables.ts';

// Promise 10: every decision leaves a row in the audit trail, in the same transaction as the change.

let hub: TestHub;
let people: People;
/** What one decision leaves for the next. */
const known = {
  versionId: 0,
  audienceId: 0,
  organisationId: 0,
  dispatchId: 0,
  deliveryId: 0,
  previewId: 0,
};

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  await hub.sql.unsafe(`
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no room for the audit trail'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION full_disk();
    ALTER TABLE audit_entries DISABLE TRIGGER full_disk`);
});

const statement = { nl: 'Het klopt niet.', en: 'It is wrong.' };
type Decision = { what: string; decide: () => Promise<unknown> };

/** Whom there is to warn. */
const audience: Decision[] = [
  {
    what: 'add organisation',
    async decide() {
      const provider = {
        name: 'Waterbedrijf',
        kind: 'vital provider' as const,
        operatorId: people.fatima,
      };
      known.organisationId = await addOrganisation(hub, provider);
    },
  },
  {
    what: 'add contact',
    decide() {
      const organisations = [{ organisationId: known.organisationId, role: 'CISO' }];
      const target = 'karim@water.example';
      const addresses = [{ channel: 'email' as const, target, verified: true }];
      return addContact(hub, {
        name: 'Karim',
        organisations,
        addresses,
        operatorId: people.fatima,
      });
    },
  },
  {
    what: 'add audience',
    async decide() {
      const selection = { kinds: ['vital provider' as const] };
      const vital = {
        name: 'Vital',
        selection,
        tlpCeiling: 'RED' as const,
        operatorId: people.fatima,
      };
      known.audienceId = await addAudience(hub, vital);
    },
  },
  {
    what: 'add policy line',
    decide() {
      const { audienceId } = known;
      return addPolicyLine(hub, {
        position: 1,
        audienceId,
        channelRule: 'every',
        operatorId: people.fatima,
      });
    },
  },
];

const by = (operatorId: number) => ({ versionId: known.versionId, operatorId });
const held = () => ({ dispatchId: known.dispatchId, operatorId: people.dewi });

async function look() {
  known.previewId = (await preview(hub, by(people.pieter))).previewId;
}

/** What is said to them. */
const advisory: Decision[] = [
  {
    what: 'draft version',
    async decide() {
      known.versionId = (await draft(hub, exampleDraft(people))).id;
    },
  },
  { what: 'submit version', decide: () => submit(hub, by(people.anouk)) },
  {
    what: 'send back version',
    decide: () => sendBack(hub, { ...by(people.pieter), remark: 'Name the vendor.' }),
  },
  {
    what: 'edit version',
    decide: () => edit(hub, { ...by(people.anouk), revision: 1, tlp: 'GREEN' }),
  },
  { what: 'submit version', decide: () => submit(hub, by(people.anouk)) },
  { what: 'preview version', decide: look },
  {
    what: 'approve version',
    decide: () => approve(hub, { ...by(people.pieter), previewId: known.previewId }),
  },
  { what: 'publish version', decide: () => publish(hub, by(people.dewi)) },
];

/** How it goes out, and what comes back. */
const afterwards: Decision[] = [
  {
    what: 'expand approval',
    async decide() {
      await expandNext(hub);
      const [delivery] = await hub.sql<[{ id: number }]>`SELECT max(id) AS id FROM deliveries`;
      known.deliveryId = delivery.id;
    },
  },
  {
    what: 'dispatch dispatch',
    async decide() {
      const repeat = { audienceId: known.audienceId, reason: 'repeat' as const };
      known.dispatchId = await dispatchByHand(hub, { ...by(people.dewi), ...repeat });
    },
  },
  { what: 'pause dispatch', decide: () => pause(hub, { ...held(), reason: 'Wait.' }) },
  { what: 'resume dispatch', decide: () => resume(hub, held()) },
  { what: 'cancel dispatch', decide: () => cancel(hub, { ...held(), reason: 'Enough.' }) },
  {
    what: 'acknowledge version',
    decide() {
      const { deliveryId } = known;
      const answer = { choice: 'acting', origin: 'link', provenance: {} } as const;
      return acknowledge(hub, { deliveryId, ...answer });
    },
  },
  {
    what: 'acknowledge version',
    decide() {
      const organisationIds = [known.organisationId];
      const call = { choice: 'received' as const, saidBy: 'Karim', organisationIds };
      return acknowledgeOnBehalf(hub, { ...by(people.dewi), ...call });
    },
  },
  { what: 'withdraw version', decide: () => withdraw(hub, { ...by(people.anouk), statement }) },
  {
    what: 'preview version',
    async decide() {
      const seen = await preview(hub, { ...by(people.pieter), reason: 'withdrawal' });
      known.previewId = seen.previewId;
    },
  },
  {
    what: 'approve withdrawal version',
    decide: () => approveWithdrawal(hub, { ...by(people.pieter), previewId: known.previewId }),
  },
];

async function newestEntries(after: number) {
  const entries = await hub.sql<{ action: string; object: string; detail: string }[]>`
    SELECT action, object, detail::text FROM audit_entries WHERE id > ${after} ORDER BY id`;
  return entries.map(({ action, object }) => `${action} ${object.split(':')[0]}`);
}

test.each([...audience, ...advisory, ...afterwards])('$what', async ({ what, decide }) => {
  const before = await readTables(hub);
  await hub.sql`ALTER TABLE audit_entries ENABLE TRIGGER full_disk`;
  await expect(decide()).rejects.toThrow('no room for the audit trail');
  await hub.sql`ALTER TABLE audit_entries DISABLE TRIGGER full_disk`;
  expect(await readTables(hub)).toEqual(before);
  const [last] = await hub.sql<
    [{ id: number }]
  >`SELECT coalesce(max(id), 0) AS id FROM audit_entries`;
  await decide();
  expect(await newestEntries(last.id)).toEqual([what]);
});

test('and all of it is one chain that nobody touched, without a name or an address', async () => {
  await chain(hub);
  expect(await verifyAudit(hub)).toMatchObject({ findings: [], unchained: 0 });
  const entries = await hub.sql`SELECT * FROM audit_entries`;
  expect(entries.length).toBeGreaterThan(20);
  expect(JSON.stringify(entries)).not.toMatch(/Karim|Anouk|@|Waterbedrijf|Name the vendor|Enough/);
});

/** They count, keep, settle, chain or read; they decide nothing, or what they decide has its row from elsewhere. */
const machinery = [
  'acknowledgement/acknowledge.ts', // answers of a burst together; the statement of insert-answers.ts inserts their rows
  'audience/warn-of-ending-keys.ts', // opens tasks, and openTask records
  'acknowledgement/answer-sheet.ts', // reads only, by index
  'audit/chain.ts', // links the rows themselves
  'audit/verify.ts', // reads in one snapshot
  'fanout/settle.ts', // what a channel said; its one statement inserts the row itself
  'fanout/verify.ts', // recounts in one snapshot
  'fanout/webhook/disable-webhooks.ts', // put-out-of-use.ts inserts the row itself, and openTask records
  'http/api/idempotency.ts', // keeps an answer; the verb that it runs in this transaction records
  'operator/count-attempt.ts', // a counter against guessing, forgotten within a day; who comes in is recorded
];

/** They begin the transaction and hand on to a verb in a file of its own, which others call in theirs. */
const handsOnTo: Record<string, string> = {
  'advisory/draft.ts': 'begin-draft.ts',
  'operator/change-roles.ts': 'apply-roles.ts',
  'operator/create-operator.ts': 'insert-operator.ts',
};

const source = (file: string) => readFileSync(`src/${file}`, 'utf8');
const begins = (file: string) => source(file).includes('sql.begin(');
const records = (file: string) => /\brecord\(/.test(source(file));

test('no function that changes something in a transaction of its own forgets the row', () => {
  const silent = globSync('**/*.ts', { cwd: 'src' }).filter(
    (file) => begins(file) && !records(file),
  );
  expect(silent.toSorted()).toEqual([...machinery, ...Object.keys(handsOnTo)].toSorted());
});

test.each(Object.entries(handsOnTo))('%s leaves the row by %s', (file, next) => {
  // A file is named for the verb that it exports.
  const verb = basename(next, '.ts').replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const [, inside = ''] = source(file).split('sql.begin(');
  expect(source(file)).toMatch(new RegExp(`import \\{[^}]*\\b${verb}\\b[^}]*\\} from './${next}'`));
  expect(inside).toContain(`${verb}(sql, `);
  expect(records(join(dirname(file), next))).toBe(true);
});
