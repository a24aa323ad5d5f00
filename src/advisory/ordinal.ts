/** A version's ordinal as people see it: 0 is `1.00`, 7 is `1.07`, 104 is `1.104`. */
export function formatOrdinal(ordinal: number): string {
  return `1.${String(ordinal).padStart(2, '0')}`;
}

/** The same in CSAF, whose schema refuses leading zeros (CSAF 2.0 §3.1.11): `1.0.7`. */
export function formatSemver(ordinal: number): string {
  return `1.0.${ordinal}`;
}
