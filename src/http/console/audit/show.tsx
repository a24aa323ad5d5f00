import type { Context } from 'hono';
import { AuditPage } from '../../../../templates/console/audit/audit-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { findChain } from '../../../audit/find-chain.ts';
import { listEntries } from '../../../audit/list-entries.ts';
import type { Verification } from '../../../audit/verify.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { queryOf, readFilter } from './filter.ts';

/** Entries on one page. */
const most = 100;

type Checked = { filled?: Filled; verification?: Verification };

/** `/console/audit`, with what a verification found, if one was asked for. */
export async function renderAudit(
  c: Context<CallerEnv>,
  { filled = unsent('verify'), verification }: Checked = {},
) {
  const { sql } = c.get('hub');
  const filter = readFilter(c);
  const before = Number(/^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0] ?? 0) || null;
  const [chain, found] = await Promise.all([
    findChain(sql),
    listEntries(sql, filter, { before, limit: most + 1 }),
  ]);
  const entries = found.slice(0, most);
  const query = queryOf(c);
  const last = entries.at(-1);
  return (
    <AuditPage
      frame={await openFrame(c)}
      {...{ chain, filter, entries, filled }}
      verification={verification ?? null}
      query={String(query)}
      older={found.length > most && last ? `/console/audit?${query}&before=${last.id}` : null}
      isFirst={before === null}
    />
  );
}
