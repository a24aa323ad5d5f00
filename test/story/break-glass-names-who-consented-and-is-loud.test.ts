import { beforeAll, expect, test } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { listChronology } from '../../src/advisory/chronology.ts';
import { draft } from '../../src/advisory/draft.ts';
import { publish } from '../../src/advisory/publish.ts';
import { submit } from '../../src/advisory/submit.ts';
import { pushClock } from '../../src/clock.ts';
import { preview } from '../../src/fanout/preview.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import { highHigh } from '../advisory/example.ts';
import { exampleDraft } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const breakGlass = 'Exploited on a large scale at three at night; nobody else can be reached.';
const consent = {
  office: 'Minister of Justice and Security',
  saidBy: 'The director on call',
  givenAt: new Date('2020-01-11T02:40:00Z'),
  means: 'by phone',
};

let hub: TestHub;
let people: People;
/** Writes at night what she also has on duty. */
let noor: number;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  await pushClock(hub, { to: new Date('2020-01-11T03:00:00Z') });
  const account = { name: 'Noor', email: 'noor@csirt.example' };
  noor = (await createOperator(hub, { ...account, roles: ['author', 'duty officer'] })).id;
});

async function writeAtNight(): Promise<number> {
  const input = { ...exampleDraft(people), likelihood: 'high', matrix: highHigh } as const;
  const { id: versionId } = await draft(hub, { ...input, operatorId: noor });
  await submit(hub, { versionId, operatorId: noor });
  return versionId;
}

test('Noor, alone at night, approves her own with a reason and a consent, having seen the preview', async () => {
  const versionId = await writeAtNight();
  const attempt = { versionId, operatorId: noor, breakGlass, consents: [consent] };
  await expect(approve(hub, attempt)).rejects.toMatchObject({ findings: [{ path: 'previewId' }] });
  const { previewId } = await preview(hub, { versionId, operatorId: noor });
  const nobody = { ...attempt, previewId, consents: [] };
  await expect(approve(hub, nobody)).rejects.toMatchObject({ findings: [{ path: 'consents' }] });
  const blank = { ...attempt, previewId, breakGlass: ' ' };
  await expect(approve(hub, blank)).rejects.toMatchObject({ findings: [{ path: 'breakGlass' }] });
  const early = { ...consent, givenAt: new Date('2020-01-11T08:00:00Z') };
  await expect(approve(hub, { ...attempt, consents: [early] })).rejects.toMatchObject({
    findings: [{ path: 'consents.0.givenAt' }],
  });
  await expect(approve(hub, { versionId, operatorId: noor, previewId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await hub.sql`SELECT FROM approvals WHERE version_id = ${versionId}`).toHaveLength(0);

  const version = await approve(hub, { ...attempt, previewId });
  await publish(hub, { versionId, operatorId: noor });

  const [audited] = await hub.sql`
    SELECT actor, action FROM audit_entries WHERE object = ${`version:${versionId}`} AND action LIKE 'approve%'`;
  expect(audited).toEqual({ actor: `operator:${noor}`, action: 'approve by break-glass' });
  expect(hub.lines.filter((line) => line.includes('break-glass'))).toHaveLength(1);
  const [moment] = await listChronology(hub, version.advisoryId);
  expect(moment).toMatchObject({
    kind: 'version',
    decision: { operator: 'Noor', breakGlass, consents: [consent] },
  });
});

test('Anouk, an author alone, breaks no glass', async () => {
  const { id: versionId } = await draft(hub, exampleDraft(people));
  await submit(hub, { versionId, operatorId: people.anouk });
  const attempt = { versionId, operatorId: people.anouk, breakGlass, consents: [consent] };
  await expect(approve(hub, attempt)).rejects.toMatchObject({ code: 'forbidden' });
});

test('Pieter, who did not write it, has no glass to break', async () => {
  const versionId = await writeAtNight();
  await preview(hub, { versionId, operatorId: people.pieter });
  const attempt = { versionId, operatorId: people.pieter, breakGlass, consents: [consent] };
  await expect(approve(hub, attempt)).rejects.toMatchObject({ findings: [{ path: 'breakGlass' }] });
  const { state } = await approve(hub, {
    versionId,
    operatorId: people.pieter,
    consents: [consent],
  });
  expect(state).toBe('approved');
  expect(hub.lines.filter((line) => line.includes('break-glass'))).toHaveLength(1);
});
