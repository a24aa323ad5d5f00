/** One thing that is wrong with an input, and where: `path` is the field as the caller wrote it (`content.title`). */
export type Finding = { path: string; message: string };

/** What went wrong, in the caller's terms; http/ maps each to one status. */
export type Code =
  | 'not_found'
  | 'invalid'
  | 'too_large'
  | 'unauthenticated'
  | 'precondition_failed'
  | 'precondition_required'
  | 'unsupported'
  | 'unprocessable'
  | 'not_implemented'
  | 'conflict'
  | 'forbidden'
  | 'gone'
  | 'too_many';

/** Thrown by verbs: the caller asked for something that cannot be. The message is fit to show. */
export class HubError extends Error {
  readonly code: Code;
  readonly findings: Finding[];

  constructor(code: Code, message: string, findings: Finding[] = []) {
    super(message);
    this.name = 'HubError';
    this.code = code;
    this.findings = findings;
  }
}

/** What a channel knows of a failed send. */
export type Failure = {
  /** Trying again will not help. */
  permanent: boolean;
  /** Seconds that the other side asked us to wait, if it did. */
  retryAfter?: number | undefined;
  /** The other side may have taken the message: the answer did not come. */
  inDoubt?: boolean | undefined;
  /** The relay itself cannot be used (away, no TLS, credentials refused): it says nothing of this recipient. */
  relay?: boolean | undefined;
  /** The address itself leads nowhere any more: it is put out of use, with these words. */
  gone?: boolean | undefined;
};

/** Thrown by channels alone: a send failed. It becomes the delivery's state; the message keeps the other side's words. */
export class DeliveryError extends Error {
  readonly permanent: boolean;
  readonly retryAfter: number | undefined;
  readonly inDoubt: boolean;
  readonly relay: boolean;
  readonly gone: boolean;

  constructor(message: string, failure: Failure) {
    const { permanent, retryAfter, inDoubt = false, relay = false, gone = false } = failure;
    super(message);
    this.name = 'DeliveryError';
    this.permanent = permanent;
    this.retryAfter = retryAfter;
    this.inDoubt = inDoubt;
    this.relay = relay;
    this.gone = gone;
  }
}
