/**
 * The states of a version (and of a notice).
 * `draft`: its author edits it · `in review`: frozen for its approver, who approves it or sends it back ·
 * `approved`: waits for publication, at once or at its set time · `published`: never changes again.
 */
export const states = ['draft', 'in review', 'approved', 'published'] as const;
export type State = (typeof states)[number];
