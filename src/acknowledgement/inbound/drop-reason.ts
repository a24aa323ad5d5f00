/** Why mail that came in changed nothing: the hub's own words, so that nobody outside makes new ones. */
export const dropReasons = [
  'not one of our addresses',
  'not a message',
  'no report',
  'unreadable report',
  'no such delivery',
  'settled already',
  'nothing to answer',
  'from another address',
  'null sender',
  'a report',
  'auto-submitted',
  'precedence',
  'marked as automatic',
  'from a program',
  'no subscription',
  'ended already',
] as const;
export type DropReason = (typeof dropReasons)[number];
