import { z } from 'zod';
import { addressFields as known } from '../../../audience/address.ts';
import { many, whole } from '../input.ts';

/** What may be changed of an address, as a form has it. */
export const addressFields = {
  preference: whole.pipe(known.preference),
  tlpCeiling: known.tlpCeiling,
  verified: many(z.literal('yes')),
};
