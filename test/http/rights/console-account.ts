import { everyRole, type Rights } from './right.ts';

/** One’s own account, and everybody’s. */
export const accountRights: Rights = {
  'GET /console/account': everyRole,
  'GET /console/account/backup-codes': everyRole,
  'GET /console/account/password': everyRole,
  'GET /console/account/second-factor': everyRole,
  'GET /console/operators': ['administrator', 'auditor'],
  'GET /console/operators/:id': ['administrator', 'auditor'],
  'GET /console/operators/new': ['administrator'],
  'POST /console/account/backup-codes': everyRole,
  'POST /console/account/keys': everyRole,
  'POST /console/account/keys/:id/revoke': everyRole,
  'POST /console/account/password': everyRole,
  'POST /console/account/second-factor': everyRole,
  'POST /console/account/sessions/:id/end': everyRole,
  'POST /console/operators': ['administrator'],
  'POST /console/operators/:id/disable': ['administrator'],
  'POST /console/operators/:id/enable': ['administrator'],
  'POST /console/operators/:id/keys/:below/end': ['administrator'],
  'POST /console/operators/:id/recovery': ['administrator'],
  'POST /console/operators/:id/roles': ['administrator'],
  'POST /console/operators/:id/sessions/:below/end': ['administrator'],
  'POST /console/role-requests/:id': ['administrator'],
};
