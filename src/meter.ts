/** What one process tells of its own work as it does it; it hears no name, address or id. */
export type Meter = {
  answered(request: { origin: string; status: number }, seconds: number): void;
  /** From the queue, in one statement. */
  claimed(deliveries: number, seconds: number): void;
  /** Refused or thrown away where it came in: which way in, and why, in words of ours. */
  dropped(what: { edge: string; reason: string }): void;
  /** Written to the ledger in one statement: their states. */
  settled(states: string[], seconds: number): void;
};
