import { isWithin, type Tlp } from '../advisory/tlp.ts';
import type { Kind } from './kind.ts';

/** What each channel may carry in full at most, mail that is encrypted apart; a channel that is not named here carries nothing. */
export const channelCeilings: Readonly<Record<string, Tlp>> = {
  email: 'AMBER+STRICT',
  webhook: 'AMBER+STRICT',
  telegram: 'CLEAR',
  websub: 'CLEAR',
};

export type Form = 'full' | 'pointer';

/** Everything that decides in which form a version may reach one owner by one address. */
export type Passage = {
  tlp: Tlp;
  channel: string;
  /** The kind of the organisation for which the contact is told, or the public. */
  owner: Kind | 'public';
  /** The hub is listed for its own use. */
  ownUse: boolean;
  /** The version is within the organisation's own ceiling; within the address's. */
  organisationWithin: boolean;
  addressWithin: boolean;
  /** The message is encrypted to a usable key of the one person who reads there. */
  encrypted: boolean;
  audienceCeiling: Tlp;
  /** The policy sends a pointer where the full text may not go. */
  pointerAbove: boolean;
};

/**
 * The TLP wall: `full`, `pointer`, or null for nothing at all. An organisation's own ceiling and the rule for hubs
 * say who may know, so above them nothing goes; channel, address and audience say how, so above them a pointer may.
 * RED in full is for one person's eyes: mail encrypted to that person's own key, to a hub's only where it is for its own use.
 */
export function allowedForm(passage: Passage): Form | null {
  const { tlp, channel, owner } = passage;
  const channelCeiling = channelCeilings[channel];
  if (!channelCeiling) return null;
  if (owner === 'public' && tlp !== 'CLEAR') return null;
  if (owner === 'information hub' && tlp === 'AMBER+STRICT' && !passage.ownUse) return null;
  if (!passage.organisationWithin) return null;
  const carried = tlp === 'RED' ? mayCarryRed(passage) : isWithin(tlp, channelCeiling);
  if (carried && passage.addressWithin && isWithin(tlp, passage.audienceCeiling)) return 'full';
  return passage.pointerAbove && owner !== 'public' ? 'pointer' : null;
}

const mayCarryRed = ({ channel, encrypted, owner, ownUse }: Passage) =>
  channel === 'email' && encrypted && (owner !== 'information hub' || ownUse);
