import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { OrganisationPage } from '../../../../templates/console/audience/organisation-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { addContact, contactFields, dutyFields } from '../../../audience/contact.ts';
import { emailAddress } from '../../../audience/email-address.ts';
import { endSoftwareUse } from '../../../audience/end-software-use.ts';
import { restoreOrganisation } from '../../../audience/restore-organisation.ts';
import { softwareUseInput, stateSoftwareUse } from '../../../audience/state-software-use.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { blank, many, whole } from '../input.ts';
import { readWhole } from './read-whole.ts';

const at = '/console/organisations/:id{[1-9][0-9]*}';
const administrator = requireCaller(['administrator']);

/** `/console/organisations/{id}`: one organisation, and what is entered on its page. */
export const organisationRoutes = new Hono<CallerEnv>()
  .get(at, async (c) => c.html(await page(c, unsent('none'))))
  .post(`${at}/contacts`, administrator, enterContact)
  .post(`${at}/software`, administrator, enterSoftware)
  .post(`${at}/software/:useId/end`, administrator, endUse)
  .post(`${at}/restore`, administrator, restore);

const idIn = (c: Context<CallerEnv>) => idOf(c.req.param('id') ?? '');

async function page(c: Context<CallerEnv>, filled: Filled) {
  const whole = await readWhole(c.get('hub').sql, idIn(c));
  return <OrganisationPage frame={await openFrame(c)} whole={whole} filled={filled} />;
}

const contact = z.object({
  name: contactFields.name,
  language: contactFields.language,
  functional: many(z.literal('yes')),
  role: dutyFields.role,
  phoneOrder: whole.pipe(z.int().min(1).max(99)),
  email: blank(emailAddress),
  phone: blank(z.string().trim().max(200)),
});

function enterContact(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'contact',
    schema: contact,
    act: async ({ role, phoneOrder, email, phone, functional, ...fields }) => {
      const organisationId = idIn(c);
      await addContact(c.get('hub'), {
        ...fields,
        functional: functional.length > 0,
        organisations: [{ organisationId, role, phoneOrder }],
        addresses: [
          ...(email ? [{ channel: 'email' as const, target: email, verified: true }] : []),
          ...(phone ? [{ channel: 'phone' as const, target: phone }] : []),
        ],
        operatorId: c.get('caller').operator.id,
      });
      return `/console/organisations/${organisationId}?done=created`;
    },
    again: (filled) => page(c, filled),
  });
}

const { vendor, product, cpe, purl, version } = softwareUseInput.shape;
const software = z.object({ vendor, product, cpe, purl, version });

function enterSoftware(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'software',
    schema: software,
    act: async (use) => {
      const organisationId = idIn(c);
      const operatorId = c.get('caller').operator.id;
      await stateSoftwareUse(c.get('hub'), { ...use, organisationId, operatorId });
      return `/console/organisations/${organisationId}?done=recorded`;
    },
    again: (filled) => page(c, filled),
  });
}

function endUse(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'none',
    schema: z.object({ expected: z.string().max(20).optional() }),
    act: async ({ expected }) => {
      const softwareUseId = idOf(c.req.param('useId') ?? '');
      const operatorId = c.get('caller').operator.id;
      await endSoftwareUse(c.get('hub'), { softwareUseId, expected, operatorId });
      return `/console/organisations/${idIn(c)}?done=saved`;
    },
    again: (filled) => page(c, filled),
  });
}

async function restore(c: Context<CallerEnv>) {
  const organisationId = idIn(c);
  await restoreOrganisation(c.get('hub'), {
    organisationId,
    operatorId: c.get('caller').operator.id,
  });
  return c.redirect(`/console/organisations/${organisationId}?done=saved`, 303);
}
