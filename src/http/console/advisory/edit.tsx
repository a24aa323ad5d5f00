import { type Context, Hono } from 'hono';
import type { Typed } from '../../../../templates/console/filled.ts';
import { edit } from '../../../advisory/edit.ts';
import { listHands } from '../../../advisory/list-hands.ts';
import { findVersion } from '../../../advisory/version.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { statusOf } from '../../problem.ts';
import { readForm } from '../form.ts';
import { idOf } from '../id.ts';
import { clashesOf } from './clashes.ts';
import { editPage, findWriting } from './edit-page.tsx';
import { readVersion } from './read-version.ts';
import { changeRows, tidy } from './rows.ts';
import { typedVersion } from './typed-version.ts';

const path = '/console/versions/:id/edit';
type Asked = Context<CallerEnv, typeof path>;

/** `/console/versions/{id}/edit`: a draft, until it is submitted. */
export const editRoutes = new Hono<CallerEnv>()
  .use(path, requireCaller(['author']))
  .get(path, open)
  .post(path, take);

async function open(c: Asked) {
  const version = await findVersion(c.get('hub').sql, idOf(c.req.param('id')));
  if (version.state !== 'draft')
    return c.redirect(`/console/advisories/${version.trackingId}`, 303);
  return c.html(await editPage(c, await findWriting(c, version), { typed: typedVersion(version) }));
}

async function take(c: Asked) {
  const version = await findVersion(c.get('hub').sql, idOf(c.req.param('id')));
  const writing = await findWriting(c, version);
  const { typed } = await readForm(c);
  const action = typed.do?.[0] ?? 'save';
  const changed = changeRows(typed, action);
  if (changed) return c.html(await editPage(c, writing, changed));
  try {
    await edit(c.get('hub'), {
      versionId: version.id,
      revision: Number(typed.revision?.[0]) || 1,
      ...readVersion(typed, c.get('language'), writing.before),
      operatorId: c.get('caller').operator.id,
    });
  } catch (error) {
    if (!(error instanceof HubError) || error.code === 'forbidden') throw error;
    const shown = await shownAgain(c, { versionId: version.id, typed: tidy(typed), error });
    return c.html(await editPage(c, writing, shown), statusOf[error.code]);
  }
  const on = action === 'save on' ? 'submit' : 'edit';
  return c.redirect(`/console/versions/${version.id}/${on}?done=saved`, 303);
}

type Refused = { versionId: number; typed: Typed; error: HubError };

/** What was typed and why it was refused; beside what is stored now, where somebody else saved first. */
async function shownAgain(c: Asked, { versionId, typed, error }: Refused) {
  const { findings, message } = error;
  if (findings.length > 0) return { typed, findings };
  const version = await findVersion(c.get('hub').sql, versionId);
  const isStale = typed.revision?.[0] !== String(version.revision);
  if (error.code !== 'conflict' || version.state !== 'draft' || !isStale) return { typed, message };
  const [last] = await listHands(c.get('hub').sql, version.id);
  const clashes = clashesOf(typed, typedVersion(version));
  // Whoever saves once more has seen what is stored now, and means it.
  const revision = [String(version.revision)];
  return { typed: { ...typed, revision }, conflict: { clashes, by: last?.name ?? '' } };
}
