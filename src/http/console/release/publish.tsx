import type { Context } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { PublishPage } from '../../../../templates/console/release/publish-page.tsx';
import { publish } from '../../../advisory/publish.ts';
import { preview } from '../../../fanout/preview.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { refusedHere } from './approval-form.ts';
import { findTaken } from './preview.tsx';
import { findAsked } from './version.ts';

/** The last page before a version goes out: what, to how many, and whether that is what was approved. */
export async function renderPublish(c: Context<CallerEnv>, filled: Filled = unsent('publish')) {
  const hub = c.get('hub');
  const version = await findAsked(c);
  const operatorId = c.get('caller').operator.id;
  const taken = await findTaken(hub.sql, version);
  const [approved] = await hub.sql<{ addressCount: number; digest: string }[]>`
    SELECT p.address_count, p.digest FROM approvals a JOIN previews p ON p.id = a.preview_id
    WHERE a.id = ${taken?.approvalId ?? null}`;
  return (
    <PublishPage
      frame={await openFrame(c)}
      version={version}
      preview={await preview(hub, { versionId: version.id, operatorId })}
      approved={approved ?? null}
      taken={taken}
      filled={filled}
    />
  );
}

/** Publishes it. */
export const publishVersion = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'publish',
    schema: z.object({}),
    again: (filled) => renderPublish(c, filled),
    async act() {
      const { id: versionId, trackingId } = await findAsked(c);
      const operatorId = c.get('caller').operator.id;
      await refusedHere(publish(c.get('hub'), { versionId, operatorId }));
      return `/console/advisories/${trackingId}/progress?done=published`;
    },
  });
