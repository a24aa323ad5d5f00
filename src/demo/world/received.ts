/** One event as a partner's machine took it. */
export type Received = {
  /** `webhook-id`: the same for a repetition. */
  id: string;
  /** What the event says of itself; null where its signature was wrong, for then nothing of it is believed. */
  event: { type: string; subject: string | null; time: string | null; title: string | null } | null;
  /** In bytes, as it came; the CSAF document in it. */
  size: number;
  csaf: string | null;
  /** What the hub said to the acknowledgement: an HTTP status. Null where none was sent. */
  acknowledged: number | null;
};
