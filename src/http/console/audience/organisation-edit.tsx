import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { OrganisationForm } from '../../../../templates/console/audience/organisation-form.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { changeOrganisation } from '../../../audience/change-organisation.ts';
import { listOrganisations } from '../../../audience/list-organisations.ts';
import {
  addOrganisation,
  findOrganisation,
  type Organisation,
  organisationFields,
} from '../../../audience/organisation.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { blank, whole } from '../input.ts';
import { findByName } from './find-by-name.ts';

const { name, kind, sector, language, tlpCeiling, ownUseSince } = organisationFields;
const orNull = <S extends z.ZodType>(schema: S) =>
  blank(schema).transform((value) => value ?? null);
const schema = z.object({
  ...{ name, kind, language, tlpCeiling },
  sector: orNull(sector.unwrap()),
  parentId: z.string().trim().max(200).default(''),
  regulatorId: orNull(whole),
  ownUseSince: orNull(ownUseSince.unwrap()),
  expected: z.string().max(20).optional(),
});

const fresh = '/console/organisations/new';
const change = '/console/organisations/:id/change';

/** Where an organisation is entered or changed. */
export const organisationEditRoutes = new Hono<CallerEnv>()
  .get(fresh, requireCaller(['administrator']), async (c) =>
    c.html(await formPage(c, unsent('organisation'), null)),
  )
  .post(fresh, requireCaller(['administrator']), (c) => save(c, null))
  .get(change, requireCaller(['administrator']), async (c) =>
    c.html(await formPage(c, unsent('organisation'), await read(c))),
  )
  .post(change, requireCaller(['administrator']), async (c) => save(c, await read(c)));

const read = (c: Context<CallerEnv>) =>
  findOrganisation(c.get('hub').sql, idOf(c.req.param('id') ?? ''));

function save(c: Context<CallerEnv>, organisation: Organisation | null) {
  return attempt(c, {
    form: 'organisation',
    schema,
    act: async ({ parentId: parent, expected, ...fields }) => {
      const hub = c.get('hub');
      const operatorId = c.get('caller').operator.id;
      const parentId = await findByName(hub.sql, 'parentId', parent);
      const entered = { ...fields, parentId, operatorId };
      if (!organisation) {
        const id = await addOrganisation(hub, entered);
        return `/console/organisations/${id}?done=created`;
      }
      const organisationId = organisation.id;
      await changeOrganisation(hub, { ...entered, organisationId, expected });
      return `/console/organisations/${organisationId}?done=saved`;
    },
    again: (filled) => formPage(c, filled, organisation),
  });
}

async function formPage(c: Context<CallerEnv>, filled: Filled, organisation: Organisation | null) {
  const { sql } = c.get('hub');
  const all = { after: null, limit: 1000 };
  const parent = organisation?.parentId && (await findOrganisation(sql, organisation.parentId));
  return (
    <OrganisationForm
      frame={await openFrame(c)}
      filled={filled}
      organisation={organisation}
      parentName={parent ? parent.name : ''}
      regulators={await listOrganisations(sql, { kind: 'regulator' }, all)}
    />
  );
}
