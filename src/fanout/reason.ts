import type { EventType } from '../channel/channel.ts';

/** Why a dispatch was decided. */
export const reasons = [
  'publication',
  'repeat',
  'targeted alert',
  'request',
  'correction',
  'withdrawal',
] as const;
export type Reason = (typeof reasons)[number];

const eventTypes: Record<Reason, EventType> = {
  publication: 'publication',
  repeat: 'publication',
  'targeted alert': 'publication',
  request: 'request',
  correction: 'correction',
  withdrawal: 'withdrawal',
};

/** What a machine is told of a version that is sent for this reason. */
export const eventTypeOf = (reason: Reason): EventType => eventTypes[reason];

/** What a dispatch may ask of an organisation. `acknowledge` is answered with a choice, the others with a response. */
export const requestKinds = ['acknowledge', 'report back', 'comply or explain'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * Whom a dispatch is for.
 * `audience`: the organisations and subscribers that its audience selects ·
 * `followers`: whoever was to get version n−1 and is not in the policy's audience of n ·
 * `recipients`: exactly those who got the version that is corrected or withdrawn.
 */
export const sources = ['audience', 'followers', 'recipients'] as const;
export type Source = (typeof sources)[number];

/**
 * `every`: all working addresses of a contact at once · `preferred`: the preferred one, the next when it fails for good.
 * Under either a machine that asked to be told is told beside them, and its failure moves nothing.
 */
export const channelRules = ['every', 'preferred'] as const;
export type ChannelRule = (typeof channelRules)[number];
