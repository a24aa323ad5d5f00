import { Hono } from 'hono';
import type { CallerEnv } from '../../caller.ts';
import { addressRoutes } from './address.tsx';
import { audienceEditRoutes } from './audience-edit.tsx';
import { audiencePageRoutes } from './audiences.tsx';
import { contactRoutes } from './contact.tsx';
import { contactKeyRoutes } from './contact-key.ts';
import { contactRemoveRoutes } from './contact-remove.tsx';
import { contactListRoutes } from './contacts.tsx';
import { csvRoutes } from './csv.tsx';
import { organisationRoutes } from './organisation.tsx';
import { organisationEditRoutes } from './organisation-edit.tsx';
import { organisationRemoveRoutes } from './organisation-remove.tsx';
import { organisationListRoutes } from './organisations.tsx';
import { policyRoutes } from './policy.tsx';
import { policyLineRoutes } from './policy-line.tsx';
import { publicChannelRoutes } from './public-channels.tsx';

/** The pages of who must hear: organisations, contacts, audiences, policy, CSV. */
export const audienceRoutes = new Hono<CallerEnv>()
  .route('/', organisationListRoutes)
  .route('/', organisationEditRoutes)
  .route('/', organisationRemoveRoutes)
  .route('/', organisationRoutes)
  .route('/', contactListRoutes)
  .route('/', contactRemoveRoutes)
  .route('/', contactRoutes)
  .route('/', contactKeyRoutes)
  .route('/', addressRoutes)
  .route('/', audiencePageRoutes)
  .route('/', audienceEditRoutes)
  .route('/', publicChannelRoutes)
  .route('/', policyRoutes)
  .route('/', policyLineRoutes)
  .route('/', csvRoutes);
