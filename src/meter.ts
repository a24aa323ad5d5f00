/** What one process tells of its own work as it does it; it hears no name, address or id. */
export type Meter = {
  answered(request: { origin: string; status: number }, seconds: number): void;
  /** From the queue, in one statement. */
  claimed(deliveries: number, seconds: number): void;
  /** Written to the ledger in one statement: their states. */
  settled(states: string[], seconds: number): void;
};
