import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { z } from 'zod';
import type { Filled } from '../../../templates/console/filled.ts';
import { type Code, HubError } from '../../errors.ts';
import type { CallerEnv } from '../caller.ts';
import { statusOf } from '../problem.ts';
import { findingWords } from './finding-words.ts';
import { findingsOf } from './findings-of.ts';
import { type Form, readForm } from './form.ts';
import { nest } from './nest.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type Attempt<S extends z.ZodType> = {
  /** The form's name, which its page gives it as `filled.form`. */
  form: string;
  /** Reads the fields, nested by the dots in their names (`nest`); see `input.ts` for its pieces. */
  schema: S;
  /** Calls the verb and says where to go on: `/console/policy?done=saved`. A ready answer is passed on as it is. */
  act: (fields: z.output<S>, form: Form) => Promise<string | Response>;
  /** The same page once more, with what was typed and every finding at its field. */
  again: (filled: Filled, form: Form) => Html | Promise<Html>;
};

/** What a person can put right on the same page; anything else becomes a page of its own. */
const mendable: readonly Code[] = [
  'invalid',
  'conflict',
  'precondition_failed',
  'too_large',
  'too_many',
  'gone',
  'not_implemented',
];

/**
 * Answers a posted form: 303 to where `act` says, else the page again with 400 (409, 413, …), nothing lost.
 *
 *     app.post('/console/policy', (c) =>
 *       attempt(c, {
 *         form: 'line',
 *         schema: z.object({ name: z.string().min(1), tlp: z.enum(tlps) }),
 *         act: async (fields) => {
 *           await setPolicyLine(c.get('hub'), { ...fields, operatorId: c.get('caller').operator.id });
 *           return '/console/policy?done=saved';
 *         },
 *         again: (filled) => renderPolicy(c, filled),
 *       }));
 */
export async function attempt<S extends z.ZodType>(
  c: Context<CallerEnv>,
  { form: name, schema, act, again }: Attempt<S>,
): Promise<Response> {
  const form = await readForm(c);
  const show = async (error: HubError) => {
    const { findings, message } = error;
    const filled = { form: name, typed: form.typed, findings };
    const page = await again(findings.length > 0 ? filled : { ...filled, message }, form);
    return c.html(page, statusOf[error.code]);
  };
  const read = schema.safeParse(nest(form.typed), { error: findingWords(c.get('language')) });
  if (!read.success) return show(new HubError('invalid', '', findingsOf(read.error)));
  try {
    const done = await act(read.data, form);
    return typeof done === 'string' ? c.redirect(done, 303) : done;
  } catch (error) {
    if (error instanceof HubError && mendable.includes(error.code)) return show(error);
    throw error;
  }
}
