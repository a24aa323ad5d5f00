/** Somebody who reads one message and answers it on its page. */
export type Visit = {
  address: string;
  /** Its mailing's messages, counted over all mail: from `since` up to, but not with, `until`. */
  since: number;
  until: number;
  /** What is filled in: an answer to the version, a response to a request, or the way out of public mail. */
  form: 'answer' | 'response' | 'unsubscribe';
  /** Values by the field's name; what the page does not ask is left out. */
  wishes: Record<string, string>;
  /** An automatic scanner: it opens the link, fills in everything and presses the button at once. */
  machine?: boolean;
};

/** What came of visits: pages opened, answers taken, and the words of those that were not. */
export type Outcome = { opened: number; answered: number; problems: string[] };
