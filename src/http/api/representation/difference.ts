import { z } from '@hono/zod-openapi';
import { contentSchema } from '../../../advisory/content.ts';
import { levels } from '../../../advisory/risk.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { named } from '../field.ts';

const { products, cvss, references } = contentSchema.shape;
const productSchema = named(products.unwrap().element, 'Product');
const cvssSchema = named(cvss.unwrap().element, 'CvssScore');
const referenceSchema = named(references.unwrap().element, 'Reference');

const fromTo = <T extends z.ZodType>(value: T) => z.strictObject({ from: value, to: value });
const changes = <T extends z.ZodType>(each: T) => ({
  added: z.array(each),
  removed: z.array(each),
});
const risk = z.strictObject({ likelihood: z.enum(levels), impact: z.enum(levels) });

const textChanges = z.array(
  z.strictObject({
    field: z.enum(['title', 'summary', 'description', 'advice']),
    passages: z.array(
      z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }),
    ),
  }),
);

/** What changed from one version to the next; null and empty lists where nothing did. */
export const differenceSchema = z
  .strictObject({
    risk: fromTo(risk).nullable(),
    tlp: fromTo(z.enum(tlps)).nullable(),
    texts: z.strictObject({ nl: textChanges, en: textChanges }),
    products: z.strictObject({
      ...changes(productSchema),
      changed: z.array(
        z.strictObject({
          vendor: z.string(),
          name: z.string(),
          from: productSchema,
          to: productSchema,
        }),
      ),
    }),
    cves: z.strictObject(changes(z.string())),
    cwes: z.strictObject(changes(z.string())),
    cvss: z.strictObject(changes(cvssSchema)),
    references: z.strictObject(changes(referenceSchema)),
  })
  .openapi('Difference');
