import { Hono } from 'hono';
import { OrganisationList } from '../../../../templates/console/audience/organisation-list.tsx';
import { kinds } from '../../../audience/kind.ts';
import { listOrganisations } from '../../../audience/list-organisations.ts';
import { listSectors } from '../../../audience/list-sectors.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { afterOf, pagesOf, searchOf } from './list-address.ts';

const perPage = 50;

/** `/console/organisations`: all of them by name, narrowed by a search. */
export const organisationListRoutes = new Hono<CallerEnv>().get(
  '/console/organisations',
  async (c) => {
    const { sql } = c.get('hub');
    const only = c.req.queries('only') ?? [];
    const filter = {
      search: searchOf(c),
      kind: kinds.find((kind) => kind === c.req.query('kind')),
      sector: searchOf(c, 'sector'),
      unreachable: only.includes('unreachable'),
      removed: only.includes('removed'),
    };
    const found = await listOrganisations(sql, filter, { after: afterOf(c), limit: perPage + 1 });
    return c.html(
      <OrganisationList
        frame={await openFrame(c)}
        organisations={found.slice(0, perPage)}
        sectors={await listSectors(sql)}
        filled={{ form: 'search', typed: c.req.queries(), findings: [] }}
        pages={pagesOf(c, found, perPage)}
      />,
    );
  },
);
