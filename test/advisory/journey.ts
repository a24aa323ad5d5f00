import { approve } from '../../src/advisory/approve.ts';
import { approveNotice } from '../../src/advisory/approve-notice.ts';
import { draft } from '../../src/advisory/draft.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import type { Notice } from '../../src/advisory/notice.ts';
import { publish } from '../../src/advisory/publish.ts';
import { publishNotice } from '../../src/advisory/publish-notice.ts';
import { submit } from '../../src/advisory/submit.ts';
import { submitNotice } from '../../src/advisory/submit-notice.ts';
import type { Version } from '../../src/advisory/version.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { exampleContent, highHigh, mediumHigh } from './example.ts';
import type { People } from './people.ts';

type DraftInput = Parameters<typeof draft>[1];
type Wish = Partial<Omit<DraftInput, 'operatorId'>>;

/** What Anouk writes: 1.00 at M/H, or, where the wish names an advisory, its next version at H/H. */
export function exampleDraft({ anouk }: People, wish: Wish = {}): DraftInput {
  const isFirst = wish.advisoryId === undefined;
  return {
    content: exampleContent(),
    tlp: 'CLEAR',
    likelihood: isFirst ? 'medium' : 'high',
    impact: 'high',
    matrix: isFirst ? mediumHigh : highHigh,
    change: isFirst ? 'first' : 'content',
    operatorId: anouk,
    ...wish,
  };
}

/** Anouk writes it and submits it. */
export async function toReview(hub: Hub, people: People, wish: Wish = {}): Promise<Version> {
  const { id: versionId } = await draft(hub, exampleDraft(people, wish));
  return submit(hub, { versionId, operatorId: people.anouk });
}

/** Pieter looks at who will receive it, and approves. */
export async function toApproval(hub: Hub, people: People, wish: Wish = {}): Promise<Version> {
  const { id: versionId } = await toReview(hub, people, wish);
  const { previewId } = await preview(hub, { versionId, operatorId: people.pieter });
  return approve(hub, { versionId, operatorId: people.pieter, previewId });
}

/** Dewi publishes it. */
export async function toPublication(hub: Hub, people: People, wish: Wish = {}): Promise<Version> {
  const { id: versionId } = await toApproval(hub, people, wish);
  return publish(hub, { versionId, operatorId: people.dewi });
}

type NoticeWish = Partial<Omit<Parameters<typeof draftNotice>[1], 'operatorId'>>;

/** Anouk writes a notice, CLEAR news about no advisory unless the wish says otherwise, and submits it. */
export async function noticeToReview(
  hub: Hub,
  { anouk: operatorId }: People,
  wish: NoticeWish = {},
): Promise<Notice> {
  const text = { title: 'Nieuws', body: 'Het NCSC waarschuwt.' };
  const written = { kind: 'news', tlp: 'CLEAR', content: { nl: text, en: text } } as const;
  const { id: noticeId } = await draftNotice(hub, { ...written, ...wish, operatorId });
  return submitNotice(hub, { noticeId, operatorId });
}

/** Pieter approves it and Dewi publishes it. */
export async function noticeToPublication(
  hub: Hub,
  people: People,
  wish: NoticeWish = {},
): Promise<Notice> {
  const { id: noticeId } = await noticeToReview(hub, people, wish);
  await approveNotice(hub, { noticeId, operatorId: people.pieter });
  return publishNotice(hub, { noticeId, operatorId: people.dewi });
}
