import type { Context } from 'hono';
import type { Clash } from '../../../../templates/console/advisory/edit/conflict.tsx';
import { EditPage } from '../../../../templates/console/advisory/edit-page.tsx';
import type { Typed } from '../../../../templates/console/filled.ts';
import { findBefore, listUnready } from '../../../advisory/list-unready.ts';
import { listRemarks } from '../../../advisory/remark.ts';
import { nameOf, type Version } from '../../../advisory/version.ts';
import { listAudienceNames } from '../../../audience/list-audience-names.ts';
import type { Finding } from '../../../errors.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { placeOf } from './place.ts';

/** A form for a version that is being written: of a stored draft, of the next version, or of a new advisory. */
export type Writing = {
  /** The draft; null as long as nothing is stored. */
  version: Version | null;
  /** The published version that is followed; null for a first. */
  before: Version | null;
};

type Shown = {
  typed: Typed;
  findings?: Finding[];
  message?: string;
  focus?: string;
  conflict?: { clashes: Clash[]; by: string };
};

/** The page on which a version is written, with these values in its fields. */
export async function editPage(c: Context<CallerEnv>, writing: Writing, shown: Shown) {
  const { sql } = c.get('hub');
  const { version, before } = writing;
  const language = c.get('language');
  const { typed, findings = [], message, focus, conflict } = shown;
  const todo = version ? await listUnready(sql, version, language) : [];
  const filled = {
    form: 'edit',
    typed,
    findings: findings.map(placed),
    ...(message !== undefined && { message }),
    ...(focus !== undefined && { focus }),
  };
  const [remark] = version ? await listRemarks(sql, { versionId: version.id }) : [];
  return (
    <EditPage
      frame={await openFrame(c)}
      of={{
        trackingId: (version ?? before)?.trackingId ?? null,
        versionName: version && nameOf(version),
      }}
      filled={filled}
      before={before}
      audiences={await listAudienceNames(sql)}
      todo={todo.map(placed)}
      remark={remark}
      conflict={conflict}
    />
  );
}

const placed = ({ path, message }: Finding): Finding => ({ path: placeOf(path), message });

/** What a version follows: for a draft the published one before it. */
export async function findWriting(c: Context<CallerEnv>, version: Version): Promise<Writing> {
  return { version, before: await findBefore(c.get('hub').sql, version) };
}
