import type { Bilingual } from '../../advisory/text.ts';
import type { Issue } from './issue.ts';

/** The groups that the month's decisions name; `audience.ts` says whom each one means. */
export type Group =
  | 'central government'
  | 'ministries'
  | 'vital providers'
  | 'information hubs'
  | 'csirts'
  | 'regulators'
  | 'partners'
  | 'target organisations'
  | 'users of the software'
  | 'public';

/** Something that happened and is not the CSIRT's own act. */
export type EventMoment = {
  kind: 'event';
  what: Bilingual;
  happened: string;
  source: string;
};

/** A version that is written by one, approved by another and published. */
export type VersionMoment = {
  kind: 'version';
  issue: Issue;
  /** The part of those who answer at all that answers this one: an answer to a newer version covers the older ones. */
  answering: number;
  notes?: { group: Group; note: Bilingual }[];
  consents?: { office: string; saidBy: string; means: string }[];
};

/** A decision to send a published version by hand. */
export type DispatchMoment = {
  kind: 'dispatch';
  of: string;
  reason: 'publication' | 'repeat' | 'targeted alert' | 'request';
  to: Group;
  roles?: string[];
  request?: 'acknowledge' | 'report back' | 'comply or explain';
  requestedBy?: string;
  conditions?: Bilingual[];
  /** Hours until an answer is due. */
  hours?: number;
  note?: Bilingual;
};

/** A message that is not a version; `mailTo` gets it by mail as well. */
export type NoticeMoment = {
  kind: 'notice';
  notice: 'news' | 'press release' | 'FAQ';
  title: Bilingual;
  body: Bilingual;
  publishedElsewhere: string[];
  mailTo: Group[];
};

/** An advisory of its own that is published and, some hours later, withdrawn as a mistake. */
export type WithdrawalMoment = {
  kind: 'withdrawal';
  trackingId: string;
  issue: Issue;
  hours: number;
  statement: Bilingual;
};

/** The duty officer phones whom no mail of a version reaches, and who asked for it. */
export type CallsMoment = { kind: 'calls'; of: string };

/** Hubs and CSIRTs say how many organisations they passed a version on to. */
export type RelayMoment = { kind: 'relay reports'; of: string };

/** Ministries that answered the government CIO say what has changed since. */
export type RevisionMoment = { kind: 'revisions' };

/** Some subscribers have read enough, and one contact asks to be left out of this case. */
export type DeparturesMoment = { kind: 'departures'; contact: string; reason: string };

/** What happens at one moment; `at` is an ISO date-time with the Dutch offset. For an event it is when it was learned. */
export type Moment = { at: string } & (
  | EventMoment
  | VersionMoment
  | DispatchMoment
  | NoticeMoment
  | WithdrawalMoment
  | CallsMoment
  | RelayMoment
  | RevisionMoment
  | DeparturesMoment
);
