/** How much is measured; the defaults are section 10's sizes. */
export type Options = {
  /** Interleaved runs of which the median counts. */
  runs: number;
  mails: number;
  /** Addresses of the large audience. */
  rows: number;
  /** Mails that wait while Urgent overtakes. */
  queued: number;
  publications: number;
  requests: number;
  organisations: number;
};
