import type { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { beginDraft, draftSchema } from './begin-draft.ts';
import type { Version } from './version.ts';

/**
 * Begins a new advisory, or the next version of one. A draft may be incomplete, but not too long, and its risk is
 * what the matrix comes to or has a written reason.
 * @throws HubError invalid | too_large | forbidden | not_found | conflict while another version is on its way
 */
export async function draft(hub: Hub, input: z.input<typeof draftSchema>): Promise<Version> {
  const parsed = parse(draftSchema, input);
  const act = parsed.importedVersion === undefined ? 'wrote' : 'imported';
  return hub.sql.begin((sql) => beginDraft(sql, hub, { ...parsed, act }));
}
