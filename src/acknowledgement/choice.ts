/** What a contact may say of a version that arrived, the loudest last: a roll-up shows the loudest of its people. */
export const choices = ['does not apply', 'received', 'acting', 'call us'] as const;
export type Choice = (typeof choices)[number];

/** How an acknowledgement or response came in. */
export const origins = ['link', 'reply', 'button', 'api', 'phone'] as const;
export type Origin = (typeof origins)[number];

/** What an organisation may answer to a request. `explain` argues every condition of the request. */
export const responseStatuses = [
  'not affected',
  'measures taken',
  'switched off',
  'patched',
  'explain',
] as const;
export type ResponseStatus = (typeof responseStatuses)[number];
