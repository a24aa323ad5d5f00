import type { Context } from 'hono';
import type { Filled } from '../../../../templates/console/filled.ts';
import { PreviewPage } from '../../../../templates/console/release/preview-page.tsx';
import { isAuthor } from '../../../advisory/authorship.ts';
import { type Decision, findDecisions } from '../../../advisory/decision.ts';
import { findWithdrawal } from '../../../advisory/find-withdrawal.ts';
import type { Version } from '../../../advisory/version.ts';
import type { Sql } from '../../../database/connect.ts';
import { HubError } from '../../../errors.ts';
import { preview } from '../../../fanout/preview.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { findAsked } from './version.ts';

/** The preview of a version's publication, with a form that was sent and refused, if any. It notes who saw it. */
export async function renderPreview(c: Context<CallerEnv>, filled?: Filled) {
  const { sql } = c.get('hub');
  const version = await findAsked(c);
  const operatorId = c.get('caller').operator.id;
  return (
    <PreviewPage
      frame={await openFrame(c)}
      preview={await preview(c.get('hub'), { versionId: version.id, operatorId })}
      version={version}
      isAuthor={await isAuthor(sql, { versionId: version.id }, operatorId)}
      taken={await findTaken(sql, version)}
      withdrawing={false}
      filled={filled}
    />
  );
}

/** The preview of a withdrawal that somebody asked for. @throws HubError conflict when nobody did, or it is done */
export async function renderWithdrawal(c: Context<CallerEnv>, filled?: Filled) {
  const version = await findAsked(c);
  const { id: versionId } = version;
  const asked = await findWithdrawal(c.get('hub').sql, versionId);
  if (!asked || asked.withdrawnAt)
    throw new HubError('conflict', 'No withdrawal of this version waits for an approval.');
  const operatorId = c.get('caller').operator.id;
  const decision = { versionId, operatorId, reason: 'withdrawal' as const };
  return (
    <PreviewPage
      frame={await openFrame(c)}
      preview={await preview(c.get('hub'), decision)}
      version={version}
      isAuthor={asked.operatorId === operatorId}
      taken={null}
      withdrawing
      statement={asked.statement}
      filled={filled}
    />
  );
}

/** The approval that stands: the newest, as long as the version is approved. */
export async function findTaken(sql: Sql, { id, state }: Version): Promise<Decision | null> {
  if (state !== 'approved' && state !== 'published') return null;
  const [newest] = await sql<{ id: number }[]>`
    SELECT id FROM approvals WHERE version_id = ${id} ORDER BY id DESC LIMIT 1`;
  if (!newest) return null;
  return (await findDecisions(sql, [newest.id])).get(newest.id) ?? null;
}
