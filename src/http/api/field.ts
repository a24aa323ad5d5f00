import { z } from '@hono/zod-openapi';

/** A number in a path or query that stands for one thing. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'This is a whole number above 0.')
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1, maximum: 999_999_999, example: 12 });

/** A number in an answer or body that stands for one thing. */
export const reference = z.int().positive().max(999_999_999).openapi({ example: 12 });

/** An instant in an answer: JSON writes a Date as RFC 3339, in UTC. */
export const instant = z
  .date()
  .openapi({ type: 'string', format: 'date-time', example: '2020-01-13T15:04:05.000Z' });

/** The same where it may not have come yet: `nullable()` alone would not reach the document. */
export const instantOrNull = z
  .date()
  .nullable()
  .openapi({ type: ['string', 'null'], format: 'date-time', example: '2020-01-13T15:04:05.000Z' });

/** An instant in a body or query; it names its time zone. */
export const moment = z.iso
  .datetime({ offset: true, error: 'Write a moment as 2020-01-13T16:04:05+01:00 or in UTC.' })
  .transform((text) => new Date(text))
  .openapi({ type: 'string', format: 'date-time', example: '2020-01-13T16:04:05+01:00' });

/** One or more values of a query parameter: `state=sent&state=delivered`. */
export const anyOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.enum(values)))
    .optional()
    .openapi({ type: 'array', items: { type: 'string', enum: [...values] } });

/** A yes or no in a query. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .openapi({ type: 'boolean', example: true });

/** The same sentence in Dutch and in English, in an answer. */
export const bilingualText = z
  .strictObject({ nl: z.string(), en: z.string() })
  .openapi('Bilingual');

/** A schema of a noun under its name in the document: one that was made before this library was loaded has no `openapi`. */
export const named = <S extends z.ZodType>(schema: S, name: string): S =>
  (schema.clone() as S).openapi(name);

/** A named schema that may be null, in an answer: `nullable()` would make it so wherever the name stands. */
export const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]);
