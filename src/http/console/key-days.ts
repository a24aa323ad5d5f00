import { z } from 'zod';
import { keyTerms } from '../../../templates/console/key-terms.ts';

/** How long a new key is good for, as a form says it: becomes the moment at which it ends. */
export const days = z.enum(keyTerms.map(String)).transform((text) => {
  return new Date(Date.now() + Number(text) * 86_400_000);
});
