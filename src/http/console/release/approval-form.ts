import { z } from 'zod';
import { type Finding, HubError } from '../../../errors.ts';
import { momentField, whole } from '../input.ts';

const text = z.string().trim();
/** A field in which spaces alone were typed says nothing. */
const spaced = (most: number) =>
  z.preprocess(
    (typed) => (String(typed ?? '').trim() === '' ? undefined : typed),
    text.max(most).optional(),
  );
const consent = z.object({
  office: text.min(1).max(200),
  saidBy: spaced(200),
  givenAt: momentField,
  means: text.min(1).max(500),
});

/** A row in which nothing was typed is no consent. */
const row = z.preprocess((typed) => {
  const values = Object.values((typed ?? {}) as Record<string, unknown>);
  return values.every((value) => String(value).trim() === '') ? undefined : typed;
}, consent.optional());

/** What the approval of a version and of a withdrawal have in common. */
export const approvalForm = z.object({
  previewId: whole,
  breakGlass: spaced(2000),
  consents: z.array(row).max(20).default([]),
});
type Approval = z.output<typeof approvalForm>;

/** The rows that were filled in, as the verb takes them, and the way back to their fields. */
export function readConsents({ consents }: Pick<Approval, 'consents'>) {
  const rows = consents.flatMap((consent, index) => (consent ? [{ consent, index }] : []));
  return {
    consents: rows.map(({ consent }) => consent),
    /** A finding of the verb names the consent by its place among the filled ones; the form by its row. */
    place(finding: Finding): Finding {
      const path = finding.path.replace(
        /^consents\.(\d+)/,
        (_, place) => `consents.${rows[Number(place)]?.index ?? place}`,
      );
      return { ...finding, path };
    },
  };
}

/**
 * Runs a verb; what it forbids or finds is said on the form's own page, at the rows that were typed.
 * @throws HubError conflict in the place of forbidden
 */
export async function refusedHere<T>(
  verb: Promise<T>,
  place: (finding: Finding) => Finding = (finding) => finding,
): Promise<T> {
  return verb.catch((error: unknown) => {
    if (!(error instanceof HubError)) throw error;
    const code = error.code === 'forbidden' ? 'conflict' : error.code;
    throw new HubError(code, error.message, error.findings.map(place));
  });
}
