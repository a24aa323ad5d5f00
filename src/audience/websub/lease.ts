import { z } from 'zod';

const day = 86_400;

/** For how long a subscription holds, in seconds (W3C WebSub §5.1 suggests ten days); none is for ever. */
export const leases = { shortest: 300, usual: 10 * day, longest: 30 * day };

/** Where a subscriber listens; what its address leads to is looked at when the hub connects. */
export const callbackSchema = z
  .url({ protocol: /^https?$/, error: 'An http or https URL.' })
  .transform((text) => new URL(text))
  .refine(({ username, password }) => !username && !password, 'A URL without credentials.')
  .refine(({ hash }) => hash === '', 'A URL without a fragment.')
  .transform(({ href }) => href)
  .refine((text) => text.length <= 2000, 'At most 2000 characters.');
