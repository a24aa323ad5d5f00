import { z } from 'zod';
import { roles } from './role.ts';

/** What an account begins with. Who signs in by an address is the same in whatever case it is typed. */
export const accountFields = {
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  roles: z.array(z.enum(roles)).max(roles.length).default([]),
  language: z.enum(['nl', 'en']).default('nl'),
};
