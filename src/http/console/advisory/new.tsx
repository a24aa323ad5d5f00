import { type Context, Hono } from 'hono';
import type { Typed } from '../../../../templates/console/filled.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { draft } from '../../../advisory/draft.ts';
import { HubError } from '../../../errors.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { statusOf } from '../../problem.ts';
import { readForm } from '../form.ts';
import { editPage, type Writing } from './edit-page.tsx';
import { readVersion } from './read-version.ts';
import { changeRows, tidy } from './rows.ts';
import { typedVersion } from './typed-version.ts';

const first = '/console/advisories/new';
const next = '/console/advisories/:trackingId/versions/new';

/** Where the first version of an advisory is written, and the next one of an advisory that exists. */
export const newRoutes = new Hono<CallerEnv>()
  .use(first, requireCaller(['author']))
  .get(first, begin)
  .post(first, take)
  .use(next, requireCaller(['author']))
  .get(next, begin)
  .post(next, take);

async function begin(c: Context<CallerEnv>) {
  const writing = await findFollowed(c);
  const { before } = writing;
  if (!before) return c.html(await editPage(c, writing, { typed: { change: ['first'] } }));
  // What was said stays until it is changed; what kind of change it is has to be said each time.
  const { revision: _, ...typed } = typedVersion(before);
  const change = [c.req.query('change') ?? ''];
  return c.html(await editPage(c, writing, { typed: { ...typed, change } }));
}

async function take(c: Context<CallerEnv>) {
  const writing = await findFollowed(c);
  const { typed } = await readForm(c);
  const changed = changeRows(typed, typed.do?.[0] ?? 'save');
  if (changed) return c.html(await editPage(c, writing, changed));
  try {
    const version = await draftFrom(c, writing, typed);
    const on = typed.do?.[0] === 'save on' ? 'submit' : 'edit';
    return c.redirect(`/console/versions/${version.id}/${on}?done=created`, 303);
  } catch (error) {
    if (!(error instanceof HubError) || error.code === 'forbidden') throw error;
    const { findings, message } = error;
    const shown = { typed: tidy(typed), findings, ...(findings.length === 0 && { message }) };
    return c.html(await editPage(c, writing, shown), statusOf[error.code]);
  }
}

function draftFrom(c: Context<CallerEnv>, { before }: Writing, typed: Typed) {
  const trackingId = typed.trackingId?.[0]?.trim();
  return draft(c.get('hub'), {
    ...readVersion(typed, c.get('language'), before),
    ...(before ? { advisoryId: before.advisoryId } : trackingId ? { trackingId } : {}),
    operatorId: c.get('caller').operator.id,
  });
}

/** @throws HubError not_found | conflict: another version is on its way already */
async function findFollowed(c: Context<CallerEnv>): Promise<Writing> {
  const of = c.req.param('trackingId');
  if (of === undefined) return { version: null, before: null };
  const { versions } = await findAdvisory(c.get('hub').sql, of);
  const [newest] = versions;
  if (newest?.state === 'published') return { version: null, before: newest };
  throw new HubError('conflict', `The next version of ${of} is on its way already: edit that one.`);
}
