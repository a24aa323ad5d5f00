import { z } from 'zod';
import { passwordFindings } from '../../operator/password.ts';

const nobody = { name: '', email: '' };

/** A new password as a form holds it: what is wrong with it by itself is said together with the other fields. */
export const passwordField = z
  .string()
  .max(512)
  .superRefine((password, context) => {
    for (const { message } of passwordFindings(password, nobody))
      context.addIssue({ code: 'custom', message });
  });
