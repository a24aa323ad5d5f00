import { z } from 'zod';
import { fromLocal } from '../../../templates/console/local-time.ts';

/** A field that may stay empty, which is `undefined`: `blank(z.enum(tlps))`. */
export const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional());

/** Check boxes: none, one or more of them as a list. */
export const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(schema).max(2000));

/** A whole number, as a field holds it. */
export const whole = z.preprocess(
  (typed) =>
    typeof typed === 'string' && /^-?\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed,
  z.int(),
);

/** A date and time in Dutch time, from a `MomentField`. */
export const momentField = z.preprocess(
  (typed) => (typeof typed === 'string' && typed !== '' ? (fromLocal(typed) ?? typed) : typed),
  z.date(),
);
