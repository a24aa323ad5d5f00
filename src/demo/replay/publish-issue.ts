import { approve } from '../../advisory/approve.ts';
import { draft } from '../../advisory/draft.ts';
import { publish } from '../../advisory/publish.ts';
import { submit } from '../../advisory/submit.ts';
import { preview } from '../../fanout/preview.ts';
import type { VersionMoment } from '../month/moment.ts';
import { trackingId } from '../month/month.ts';
import { advance, minutesFrom } from './advance.ts';
import { noteEvent } from './note-event.ts';
import type { Stage } from './stage.ts';

const cve = 'CVE-2019-19781';
const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** Publishes the next version of the month's advisory. */
export async function publishIssue(stage: Stage, moment: VersionMoment, at: Date): Promise<void> {
  const { versionId, advisoryId } = await publishVersion(stage, { ...moment, cves: [cve] }, at);
  stage.advisoryId = advisoryId;
  stage.versions.set(moment.issue.version, versionId);
  for (const event of stage.unrecorded.splice(0)) await noteEvent(stage, event);
}

type Publication = Pick<VersionMoment, 'issue' | 'notes' | 'consents'> & {
  /** Of an advisory of its own; else it is the month's. */
  trackingId?: string;
  cves: string[];
};

/**
 * Publishes a version as the CSIRT does: Anouk writes it, Pieter looks who will receive it and approves, Dewi
 * publishes at its hour.
 */
export async function publishVersion(stage: Stage, publication: Publication, at: Date) {
  const { hub, staff } = stage;
  await advance(hub, minutesFrom(at, -90));
  const { id: versionId, advisoryId } = await draft(hub, draftOf(stage, publication));
  await advance(hub, minutesFrom(at, -30));
  await submit(hub, { versionId, operatorId: staff.Anouk });
  await advance(hub, minutesFrom(at, -10));
  const { previewId } = await preview(hub, { versionId, operatorId: staff.Pieter });
  const consents = (publication.consents ?? []).map((consent) => ({
    ...consent,
    givenAt: minutesFrom(at, -40),
  }));
  await approve(hub, { versionId, previewId, operatorId: staff.Pieter, consents });
  await advance(hub, at);
  await publish(hub, { versionId, operatorId: staff.Dewi });
  return { versionId, advisoryId };
}

function draftOf({ advisoryId, audiences, staff }: Stage, publication: Publication) {
  const { issue, notes = [], cves } = publication;
  const { change, likelihood, impact, matrix, texts, products, references } = issue;
  const coveringNotes = notes.map(({ group, note }) => ({ audienceId: audiences[group], ...note }));
  return {
    ...(publication.trackingId !== undefined || advisoryId === null
      ? { trackingId: publication.trackingId ?? trackingId }
      : { advisoryId }),
    operatorId: staff.Anouk,
    tlp: 'CLEAR' as const,
    change,
    likelihood,
    impact,
    matrix,
    content: {
      texts,
      products,
      references,
      ...(cves.length > 0 && { cves, cwes: ['CWE-22'], cvss: [{ cve, vector }] }),
      ...(coveringNotes.length > 0 && { coveringNotes }),
    },
  };
}
