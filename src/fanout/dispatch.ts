import type { ChannelRule, Reason, RequestKind, Source } from './reason.ts';

/** A text in both languages. */
export type Bilingual = { nl: string; en: string };

/** One decision to send, as its row stands. */
export type Dispatch = {
  id: number;
  versionId: number | null;
  noticeId: number | null;
  reason: Reason;
  source: Source;
  audienceId: number | null;
  policyLineId: number | null;
  approvalId: number;
  position: number;
  roles: string[];
  channelRule: ChannelRule;
  pointerAbove: boolean;
  coveringNote: Bilingual | null;
  requestKind: RequestKind | null;
  requestedBy: string | null;
  conditions: Bilingual[];
  deadlineAt: Date | null;
  reminderMinutes: number[];
  priority: number;
  createdAt: Date;
  expandedAt: Date | null;
  addressCount: number | null;
  pausedAt: Date | null;
  pausedReason: string | null;
  stoppedAt: Date | null;
  stoppedReason: string | null;
  finishedAt: Date | null;
};
