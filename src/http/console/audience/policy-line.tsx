import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readDuration } from '../../../../templates/console/audience/duration.ts';
import { PolicyLinePage } from '../../../../templates/console/audience/policy-line-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { changes } from '../../../advisory/change.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { changePolicyLine } from '../../../audience/change-policy-line.ts';
import { listAudiences } from '../../../audience/list-audiences.ts';
import { listContactRoles } from '../../../audience/list-contact-roles.ts';
import {
  addPolicyLine,
  channelRules,
  findPolicyLine,
  type PolicyLine,
  policyFields,
  requestKinds,
} from '../../../audience/policy-line.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { blank, many, whole } from '../input.ts';

/** What was typed as minutes; what says no time stays text, for the schema to refuse. */
const minutes = z.preprocess(
  (typed) => (typeof typed === 'string' ? (readDuration(typed) ?? typed) : typed),
  z.int().min(1).max(525_600),
);
const split = (typed: unknown) =>
  typeof typed === 'string'
    ? typed
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean)
    : typed;

const schema = z.object({
  risks: many(policyFields.risks.element),
  tlps: many(z.enum(tlps)),
  changes: many(z.enum(changes)),
  audienceId: whole,
  roles: many(z.string().min(1).max(50)),
  channelRule: z.enum(channelRules),
  pointerAbove: many(z.literal('yes')).transform((ticked) => ticked.length > 0),
  requestKind: blank(z.enum(requestKinds)).transform((kind) => kind ?? null),
  deadlineMinutes: blank(minutes).transform((deadline) => deadline ?? null),
  reminderMinutes: z.preprocess(split, z.array(minutes).max(20)),
  expected: z.string().max(20).optional(),
});

const fresh = '/console/policy/new';
const at = '/console/policy/:id{[1-9][0-9]*}';
const administrator = requireCaller(['administrator']);

/** Where a line of the policy is written, or another put in its place. */
export const policyLineRoutes = new Hono<CallerEnv>()
  .get(fresh, administrator, async (c) => c.html(await page(c, unsent('line'), null)))
  .post(fresh, administrator, (c) => save(c, null))
  .get(at, administrator, async (c) => c.html(await page(c, unsent('line'), await read(c))))
  .post(at, administrator, async (c) => save(c, await read(c)));

const read = (c: Context<CallerEnv>) =>
  findPolicyLine(c.get('hub').sql, idOf(c.req.param('id') ?? ''));

async function page(c: Context<CallerEnv>, filled: Filled, line: PolicyLine | null) {
  const { sql } = c.get('hub');
  return (
    <PolicyLinePage
      frame={await openFrame(c)}
      filled={atFields(filled)}
      line={line}
      audiences={await listAudiences(sql)}
      roles={await listContactRoles(sql)}
    />
  );
}

/** A reminder is wrong by its number; they are all typed in one field. */
const atFields = (filled: Filled): Filled => ({
  ...filled,
  findings: filled.findings.map(({ path, message }) => ({
    path: path.replace(/\.\d+$/, ''),
    message,
  })),
});

function save(c: Context<CallerEnv>, line: PolicyLine | null) {
  return attempt(c, {
    form: 'line',
    schema,
    act: async ({ expected, ...fields }) => {
      const hub = c.get('hub');
      const entered = { ...fields, operatorId: c.get('caller').operator.id };
      if (!line) {
        await addPolicyLine(hub, entered);
        return '/console/policy?done=created';
      }
      await changePolicyLine(hub, { ...entered, policyLineId: line.id, expected });
      return '/console/policy?done=saved';
    },
    again: (filled) => page(c, filled, line),
  });
}
