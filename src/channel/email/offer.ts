/** What a server offers in its answer to EHLO, as far as it changes what is sent. */
export type Offer = {
  /** RFC 2920 */
  pipelining: boolean;
  /** RFC 3461 */
  dsn: boolean;
  /** RFC 6152 */
  eightBit: boolean;
  /** RFC 6531 */
  utf8: boolean;
  /** RFC 1870: most bytes of a message, 0 where no limit was named; undefined where SIZE is not offered. */
  size: number | undefined;
};

/** Reads the answer to EHLO (RFC 5321 §4.1.1.1); after HELO nothing is offered. */
export function readOffer(ehlo: string): Offer {
  const has = (keyword: string) => new RegExp(`^250[ -]${keyword}\\b`, 'im').test(ehlo);
  const size = /^250[ -]SIZE(?: (\d+))?/im.exec(ehlo);
  return {
    pipelining: has('PIPELINING'),
    dsn: has('DSN'),
    eightBit: has('8BITMIME'),
    utf8: has('SMTPUTF8'),
    size: size ? Number(size[1] ?? 0) : undefined,
  };
}
