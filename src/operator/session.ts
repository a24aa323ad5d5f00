/** How long a session lasts at most, however much it is used, and how long it may lie unused. Real time. */
export const sessionTerm = { seconds: 12 * 3600, idleSeconds: 2 * 3600 };
