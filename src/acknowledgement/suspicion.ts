/** What came with an answer, as far as it tells a person from a machine. */
export type Signs = {
  /** From the page view to the answer, on the domain clock. */
  seconds: number;
  /** The field that no person sees. */
  bait: string;
  userAgent: string;
  accept: string;
  acceptLanguage: string;
  /** `Purpose`, `Sec-Purpose`, `X-Moz`: a browser says that it fetches ahead. */
  purpose: string;
};

/** A person needs longer than this to read one line and choose, in seconds. */
export const fastestPerson = 2;

/** HTTP libraries, headless browsers and the mail gateways that say who they are. */
const machines =
  /\b(curl|wget|python|aiohttp|httpx|okhttp|java|go-http-client|libwww|perl|ruby|node|undici|axios|got|scrapy|postman|powershell|headless\w*|phantomjs|selenium|puppeteer|playwright|\w*bot|\w*spider|\w*crawler|\w*scanner|preview|proofpoint|mimecast|barracuda\w*|safelinks|urldefense|ironport|fireeye|sophos|symantec|forcepoint|trendmicro|virustotal)\b/i;

/** Signs that no confirmation can wave away: a person who confirms shows them as little as one who answers. */
export function surelyAutomatic({ seconds, bait, purpose }: Signs): string | null {
  if (bait !== '') return 'it filled a field that people do not see';
  if (seconds < fastestPerson) return 'it came sooner than anyone can read';
  if (/prefetch|prerender|preview/i.test(purpose)) return 'it was fetched ahead';
  return null;
}

/**
 * Why an answer looks automatic, or null. It errs towards suspicion: a person who is doubted makes one more click,
 * a machine that is believed leaves a provider unwarned.
 */
export function suspicionOf(signs: Signs): string | null {
  const sure = surelyAutomatic(signs);
  if (sure) return sure;
  if (signs.userAgent === '') return 'it does not say which browser it came from';
  if (machines.test(signs.userAgent)) return 'it came from a program, not a browser';
  if (signs.acceptLanguage === '') return 'it asks for no language';
  if (!signs.accept.includes('text/html')) return 'it does not ask for a page';
  return null;
}
