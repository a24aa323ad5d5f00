import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { RemovePage } from '../../../../templates/console/audience/remove-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findContact } from '../../../audience/contact.ts';
import { countFollowed } from '../../../audience/count-followed.ts';
import { removeContact } from '../../../audience/remove-contact.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

const at = '/console/contacts/:id/remove';

const follows = {
  nl: (advisories: number) => [
    'Er wordt niets meer heen gestuurd, en niemand belt er nog.',
    `Gekregen: ${advisories} adviezen. Hun volgende versie vermeldt het als overgeslagen, met deze reden.`,
    'Adressen, ontvangstbevestigingen en antwoorden blijven in het dossier. Terugzetten kan altijd.',
  ],
  en: (advisories: number) => [
    'Nothing is sent there any more, and nobody phones it.',
    `It got ${advisories} advisories. Their next version names it as skipped, with this reason.`,
    'Addresses, acknowledgements and answers stay on record. It can always be restored.',
  ],
};

/** What removing a contact leads to, and doing it. */
export const contactRemoveRoutes = new Hono<CallerEnv>()
  .get(at, requireCaller(['administrator']), async (c) => c.html(await page(c, unsent('remove'))))
  .post(at, requireCaller(['administrator']), (c) =>
    attempt(c, {
      form: 'remove',
      schema: z.object({ expected: z.string().max(20).optional() }),
      act: async ({ expected }) => {
        const contactId = idOf(c.req.param('id'));
        const operatorId = c.get('caller').operator.id;
        await removeContact(c.get('hub'), { contactId, expected, operatorId });
        return `/console/contacts/${contactId}?done=removed`;
      },
      again: (filled) => page(c, filled),
    }),
  );

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const contact = await findContact(sql, idOf(c.req.param('id') ?? ''));
  const advisories = await countFollowed(sql, { contactId: contact.id });
  const back = `/console/contacts/${contact.id}`;
  return (
    <RemovePage
      frame={await openFrame(c)}
      here="contacts"
      filled={filled}
      name={contact.name}
      follows={follows[c.get('language')](advisories)}
      action={`${back}/remove`}
      back={back}
      fields={{ expected: contact.revision }}
    />
  );
}
