import { z } from '@hono/zod-openapi';
import { line } from '../../advisory/text.ts';
import { HubError } from '../../errors.ts';
import type { Caller } from '../../operator/caller.ts';
import { moment, reference } from './field.ts';

/** What an approver may bring along, of a version, a withdrawal or a notice. */
export const approvalBody = {
  previewId: reference.optional().openapi({
    description: 'The preview that was seen; without it your newest one is meant.',
  }),
  breakGlass: line(2000).min(1).optional().openapi({
    description: 'Why four eyes could not be had. It is loud.',
    example: 'Nobody else can be reached, and it is being exploited.',
  }),
  consents: z
    .array(
      z
        .strictObject({
          office: line(200).min(1).openapi({ example: 'Minister of Justice and Security' }),
          saidBy: line(200).min(1).optional(),
          givenAt: moment,
          means: line(500).min(1).openapi({ example: 'telephone' }),
        })
        .openapi('Consent', { description: 'An office’s agreement outside the hub.' }),
    )
    .max(20)
    .default([]),
};

/**
 * A duty officer approves by break-glass alone. The verb knows the operator's roles, not the narrower scope of the key.
 * @throws HubError forbidden
 */
export function requireApprover({ roles }: Caller, breakGlass: string | undefined): void {
  if (breakGlass !== undefined || roles.includes('approver')) return;
  throw new HubError('forbidden', 'This needs the role approver.');
}
