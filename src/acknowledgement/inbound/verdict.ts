import type { Reported } from './report.ts';

/**
 * What a report means for its delivery.
 * `delivered`: a server says that it lies in the mailbox · `bounced`: it came back ·
 * `noted`: it is late, or went on to a server that reports nothing: the delivery stays as it is, with the words.
 */
export type Verdict = {
  state: 'delivered' | 'bounced' | 'noted';
  /** The address itself is no good: mail to it will come back for ever. */
  condemns: boolean;
  words: string;
};

/** Of several recipients behind one address the best news counts: one of them has it. */
const order = ['delivered', 'failed', 'delayed', 'relayed', 'expanded'] as const;

/** Reads what was reported of a message to `target`; null where nothing was. */
export function verdictOf(reported: readonly Reported[], target: string): Verdict | null {
  const [best] = reported.toSorted(
    (one, other) => order.indexOf(one.action) - order.indexOf(other.action),
  );
  if (!best) return null;
  const words = [best.status, best.words].filter(Boolean).join(' ');
  if (best.action === 'delivered') return { state: 'delivered', condemns: false, words };
  if (best.action !== 'failed') return { state: 'noted', condemns: false, words };
  return { state: 'bounced', condemns: isOf(best, target) && isHard(best), words };
}

/** A report on somebody to whom the owner of the address forwards says nothing of the address. */
function isOf({ original, final }: Reported, target: string): boolean {
  const named = [original, final].filter((address) => address !== null);
  return named.length === 0 || named.includes(target.toLowerCase());
}

/** Refused for what it said, for who sent it or how much there was already: the mailbox is there. */
const ofTheMessage =
  /\b(spam|spamhaus|unsolicited|block(ed)?|(black|block)-?list(ed)?|reputation|policy|content|virus|malware|spf|dkim|dmarc|rate|quota|full|too (large|big)|size|greylist(ed)?|sender)\b/i;
/** Mailbox, host or domain that is not there, moved or takes no mail (RFC 3463 §3.2, RFC 7505); disabled; no such host. */
const ofTheAddress = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4'];
/** What servers say that have no code for it. */
const vague = ['5.0.0', '5.1.0', '5.5.0'];
const noSuchUser =
  /(user|recipient|mailbox|address|account)( is| was)? (unknown|unavailable|not found|disabled|inactive)|(unknown|invalid|no such) (user|recipient|mailbox|address|account)|does(n.t| not) exist/i;

/** RFC 3463 §3: a class of 5 is permanent, and the subject says whether it is the address or the message. */
function isHard({ status, words }: Reported): boolean {
  if (ofTheMessage.test(words)) return false;
  if (ofTheAddress.includes(status)) return true;
  return vague.includes(status) && noSuchUser.test(words);
}
