import { Hono } from 'hono';
import { ContactList } from '../../../../templates/console/audience/contact-list.tsx';
import { listContactRoles } from '../../../audience/list-contact-roles.ts';
import { listContacts } from '../../../audience/list-contacts.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { afterOf, pagesOf, searchOf } from './list-address.ts';

const perPage = 50;

/** `/console/contacts`: all of them by name, narrowed by a search. */
export const contactListRoutes = new Hono<CallerEnv>().get('/console/contacts', async (c) => {
  const { sql } = c.get('hub');
  const only = c.req.queries('only') ?? [];
  const filter = {
    search: searchOf(c),
    role: searchOf(c, 'role'),
    unreachable: only.includes('unreachable'),
    idle: only.includes('idle'),
    removed: only.includes('removed'),
  };
  const found = await listContacts(sql, filter, { after: afterOf(c), limit: perPage + 1 });
  return c.html(
    <ContactList
      frame={await openFrame(c)}
      contacts={found.slice(0, perPage)}
      roles={await listContactRoles(sql)}
      filled={{ form: 'search', typed: c.req.queries(), findings: [] }}
      pages={pagesOf(c, found, perPage)}
    />,
  );
});
