import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const isRange = (text: string) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

/** IP addresses and CIDR ranges, with commas between. */
export const rangesSchema = z
  .string()
  .transform((text) => text.split(',').map((range) => range.trim()))
  .refine((ranges) => ranges.length <= 100 && ranges.every(isRange));
