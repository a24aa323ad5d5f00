/** Days that a new key may be good for. */
export const keyTerms = [30, 90, 180, 365] as const;
