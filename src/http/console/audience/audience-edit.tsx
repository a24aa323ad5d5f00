import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { AudienceForm } from '../../../../templates/console/audience/audience-form.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import {
  type Audience,
  addAudience,
  audienceFields,
  findAudience,
} from '../../../audience/audience.ts';
import { countMembers, listMembersNow } from '../../../audience/audience-members.ts';
import { changeAudience } from '../../../audience/change-audience.ts';
import { kinds } from '../../../audience/kind.ts';
import { listSectors } from '../../../audience/list-sectors.ts';
import type { Selection } from '../../../audience/selection.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { many } from '../input.ts';
import { findListed, listNames } from './listed-names.ts';

const { name, tlpCeiling } = audienceFields;
const schema = z.object({
  ...{ name, tlpCeiling },
  kinds: many(z.enum(kinds)),
  sectors: many(z.string().min(1).max(100)),
  organisationIds: z.string().max(500_000).default(''),
  software: z.enum(['any', 'affected']),
  public: many(z.literal('yes')),
  expected: z.string().max(20).optional(),
  do: z.string().optional(),
});

const fresh = '/console/audiences/new';
const change = '/console/audiences/:id{[1-9][0-9]*}/change';

/** Where an audience is named or changed. */
export const audienceEditRoutes = new Hono<CallerEnv>()
  .get(fresh, requireCaller(['administrator']), async (c) =>
    c.html(await formPage(c, { filled: unsent('audience'), audience: null })),
  )
  .post(fresh, requireCaller(['administrator']), (c) => save(c, null))
  .get(change, requireCaller(['administrator']), async (c) =>
    c.html(await formPage(c, { filled: unsent('audience'), audience: await read(c) })),
  )
  .post(change, requireCaller(['administrator']), async (c) => save(c, await read(c)));

const read = (c: Context<CallerEnv>) =>
  findAudience(c.get('hub').sql, idOf(c.req.param('id') ?? ''));

function save(c: Context<CallerEnv>, audience: Audience | null) {
  return attempt(c, {
    form: 'audience',
    schema,
    act: async (fields, { typed }) => {
      const hub = c.get('hub');
      const operatorId = c.get('caller').operator.id;
      const { name, tlpCeiling, expected } = fields;
      const selection = await selectionOf(c, fields);
      if (fields.do === 'look') {
        const filled = { form: 'audience', typed, findings: [] };
        return c.html(await formPage(c, { filled, audience, looked: selection }));
      }
      const entered = { name, tlpCeiling, selection, operatorId };
      if (!audience) {
        const id = await addAudience(hub, entered);
        return `/console/audiences/${id}?done=created`;
      }
      await changeAudience(hub, { ...entered, audienceId: audience.id, expected });
      return `/console/audiences/${audience.id}?done=saved`;
    },
    again: (filled) => formPage(c, { filled, audience }),
  });
}

async function selectionOf(c: Context<CallerEnv>, fields: z.output<typeof schema>) {
  const { kinds, sectors, software, organisationIds } = fields;
  const listed = await findListed(c.get('hub').sql, 'organisationIds', organisationIds);
  const isPublic = fields.public.length > 0;
  return { kinds, sectors, software, public: isPublic, organisationIds: listed };
}

type Shown = { filled: Filled; audience: Audience | null; looked?: Selection };

async function formPage(c: Context<CallerEnv>, { filled, audience, looked }: Shown) {
  const { sql } = c.get('hub');
  const some = { after: null, limit: 20 };
  const members = looked && {
    shown: await listMembersNow(sql, { selection: looked }, some),
    count: await countMembers(sql, looked),
  };
  return (
    <AudienceForm
      frame={await openFrame(c)}
      filled={filled}
      audience={audience}
      sectors={await listSectors(sql)}
      listed={await listNames(sql, audience?.selection.organisationIds ?? [])}
      members={members}
    />
  );
}
