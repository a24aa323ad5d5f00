import type { Context } from 'hono';
import { languages } from '../../../advisory/language.ts';
import type { Version } from '../../../advisory/version.ts';
import { HubError } from '../../../errors.ts';
import { planOf } from '../../../fanout/plan.ts';
import type { Sample } from '../../../fanout/sample.ts';
import { listSampleRecipients, type SampleRecipient } from '../../../fanout/sample-recipients.ts';
import type { CallerEnv } from '../../caller.ts';

/** Whose message is looked at: `?address=12`, or the public's in a language, `?public=nl`. */
export type Selection = { sample: Sample; recipient: SampleRecipient | null; query: string };

/** What the address of a page asks about a version's coming fan-out. */
export const reasonOf = (c: Context<CallerEnv>): Sample['reason'] =>
  c.req.query('reason') === 'withdrawal' ? 'withdrawal' : 'publication';

/** The recipient that the address names; null where it names none. @throws HubError not_found: nobody of this fan-out */
export async function findSelection(
  c: Context<CallerEnv>,
  { id: versionId }: Version,
): Promise<Selection | null> {
  const reason = reasonOf(c);
  const language = languages.find((each) => each === c.req.query('public'));
  if (language) {
    const position = await findPublicLine(c, versionId);
    const sample = {
      versionId,
      reason,
      position,
      form: 'full',
      owner: 'public',
      language,
    } as const;
    return { sample, recipient: null, query: `reason=${reason}&public=${language}` };
  }
  const address = c.req.query('address') ?? '';
  if (!/^\d{1,9}$/.test(address)) return null;
  const addressId = Number(address);
  const sought = { versionId, reason, addressId, limit: 1 };
  const [recipient] = await listSampleRecipients(c.get('hub'), sought);
  if (!recipient) throw new HubError('not_found', 'This address is not in this fan-out.');
  const { position, form } = recipient;
  const reader = { owner: 'contact', language: recipient.language } as const;
  const sample = { versionId, reason, position, form, ...reader };
  return { sample, recipient, query: `reason=${reason}&address=${addressId}` };
}

/** The public's line, or the first where no line names the public. */
async function findPublicLine(c: Context<CallerEnv>, versionId: number): Promise<number> {
  const { lines } = await planOf(c.get('hub').sql, { versionId, reason: reasonOf(c) });
  return lines.find((line) => line.public)?.position ?? 0;
}
