import { type Caller, everyone, everyRole, open, type Rights } from './right.ts';

/** Who looks after partners' machines; a partner sees its own. */
const overseers: readonly Caller[] = ['duty officer', 'administrator', 'auditor', 'partner'];

/**
 * The API: a key without roles reads what everybody with an account reads, and does nothing. A duty officer
 * approves by break-glass alone, so without it the approvals are the approver's.
 */
export const apiRights: Rights = {
  // Advisories
  'GET /api/v1/advisories': everyone,
  'GET /api/v1/advisories/:trackingId': everyone,
  // Versions
  'GET /api/v1/advisories/:trackingId/versions': everyone,
  'POST /api/v1/advisories': ['author'],
  'POST /api/v1/advisories/:trackingId/versions': ['author'],
  'GET /api/v1/versions/:versionId': everyone,
  'PATCH /api/v1/versions/:versionId': ['author'],
  // Checks
  'GET /api/v1/versions/:versionId/findings': everyone,
  'GET /api/v1/versions/:versionId/difference': everyone,
  // Risk matrix
  'GET /api/v1/matrix-questions': everyone,
  'POST /api/v1/matrix-outcomes': everyRole,
  // Previews
  'POST /api/v1/versions/:versionId/previews': ['author', 'approver', 'duty officer'],
  // Release
  'POST /api/v1/versions/:versionId/submission': ['author'],
  'POST /api/v1/versions/:versionId/approval': ['approver'],
  'POST /api/v1/versions/:versionId/remarks': ['author', 'approver'],
  'GET /api/v1/versions/:versionId/remarks': everyone,
  'POST /api/v1/versions/:versionId/publication': ['approver', 'duty officer'],
  // Withdrawals
  'GET /api/v1/versions/:versionId/withdrawal': everyone,
  'POST /api/v1/versions/:versionId/withdrawal': ['author', 'approver', 'duty officer'],
  'POST /api/v1/versions/:versionId/withdrawal/approval': ['approver'],
  // CSAF
  'POST /api/v1/imports/csaf': ['author'],
  'POST /api/v1/csaf': ['author'],
  'GET /api/v1/versions/:versionId/csaf': everyone,
  // Events
  'GET /api/v1/events': everyone,
  'POST /api/v1/events': ['author', 'approver', 'duty officer'],
  'GET /api/v1/events/:eventId': everyone,
  // Notices
  'GET /api/v1/notices': everyone,
  'POST /api/v1/notices': ['author'],
  'GET /api/v1/notices/:noticeId': everyone,
  'PATCH /api/v1/notices/:noticeId': ['author'],
  'POST /api/v1/notices/:noticeId/remarks': ['author', 'approver'],
  'GET /api/v1/notices/:noticeId/remarks': everyone,
  'POST /api/v1/notices/:noticeId/submission': ['author'],
  'POST /api/v1/notices/:noticeId/approval': ['approver'],
  'POST /api/v1/notices/:noticeId/publication': ['approver', 'duty officer'],
  'POST /api/v1/notices/:noticeId/previews': ['author', 'approver', 'duty officer'],
  'POST /api/v1/notices/:noticeId/places': ['author', 'approver', 'duty officer'],
  // Dispatches
  'GET /api/v1/dispatches': everyone,
  'POST /api/v1/dispatches': ['approver', 'duty officer'],
  'GET /api/v1/dispatches/:dispatchId': everyone,
  // Holds
  'POST /api/v1/dispatches/:dispatchId/pause': ['approver', 'duty officer'],
  'DELETE /api/v1/dispatches/:dispatchId/pause': ['approver', 'duty officer'],
  'POST /api/v1/dispatches/:dispatchId/cancellation': ['approver', 'duty officer'],
  // Deliveries
  'GET /api/v1/dispatches/:dispatchId/deliveries': everyone,
  'GET /api/v1/dispatches/:dispatchId/changes': everyone,
  // Board
  'GET /api/v1/advisories/:trackingId/board': everyone,
  'GET /api/v1/advisories/:trackingId/phone-list': everyone,
  // Coverage
  'GET /api/v1/advisories/:trackingId/coverage': open,
  // Chronology
  'GET /api/v1/advisories/:trackingId/chronology': open,
  // Acknowledgements
  'GET /api/v1/versions/:versionId/acknowledgements': everyone,
  'POST /api/v1/versions/:versionId/acknowledgements': ['duty officer'],
  'POST /api/v1/deliveries/:deliveryId/confirmation': ['duty officer'],
  // Responses
  'GET /api/v1/dispatches/:dispatchId/responses': everyone,
  'POST /api/v1/dispatches/:dispatchId/responses': ['duty officer'],
  // Relay reports
  'GET /api/v1/versions/:versionId/relay-reports': everyone,
  'POST /api/v1/versions/:versionId/relay-reports': ['duty officer'],
  // Operators
  'GET /api/v1/caller': everyone,
  'GET /api/v1/operators': ['administrator', 'auditor'],
  'GET /api/v1/operators/:operatorId': ['administrator', 'auditor'],
  'POST /api/v1/operators': ['administrator'],
  'POST /api/v1/operators/:operatorId/suspension': ['administrator'],
  'DELETE /api/v1/operators/:operatorId/suspension': ['administrator'],
  'POST /api/v1/operators/:operatorId/recovery': ['administrator'],
  // Role requests
  'GET /api/v1/role-requests': ['administrator', 'auditor'],
  'POST /api/v1/operators/:operatorId/role-requests': ['administrator'],
  'POST /api/v1/role-requests/:requestId/decision': ['administrator'],
  // API keys
  'GET /api/v1/api-keys': everyone,
  'POST /api/v1/api-keys': everyRole,
  'DELETE /api/v1/api-keys/:keyId': everyRole,
  // Sessions
  'GET /api/v1/sessions': everyone,
  'DELETE /api/v1/sessions/:sessionId': everyRole,
  // Audit
  'GET /api/v1/audit-entries': ['administrator', 'auditor'],
  // Organisations
  'GET /api/v1/organisations': everyone,
  'POST /api/v1/organisations': ['administrator'],
  'GET /api/v1/organisations/:organisationId': everyone,
  'PATCH /api/v1/organisations/:organisationId': ['administrator'],
  'DELETE /api/v1/organisations/:organisationId': ['administrator'],
  'POST /api/v1/organisations/:organisationId/restoration': ['administrator'],
  'GET /api/v1/organisations/:organisationId/dispatches': everyone,
  // Contacts
  'GET /api/v1/contacts': everyone,
  'POST /api/v1/contacts': ['administrator'],
  'GET /api/v1/contacts/:contactId': everyone,
  'PATCH /api/v1/contacts/:contactId': ['administrator'],
  'DELETE /api/v1/contacts/:contactId': ['administrator'],
  'POST /api/v1/contacts/:contactId/restoration': ['administrator'],
  'POST /api/v1/contacts/:contactId/chat-codes': ['administrator'],
  'POST /api/v1/contacts/:contactId/organisations': ['administrator'],
  'DELETE /api/v1/contacts/:contactId/organisations/:organisationId': ['administrator'],
  'GET /api/v1/contacts/:contactId/encryption-key': everyone,
  'PUT /api/v1/contacts/:contactId/encryption-key': ['administrator'],
  'DELETE /api/v1/contacts/:contactId/encryption-key': ['administrator'],
  // Addresses
  'GET /api/v1/addresses': everyone,
  'POST /api/v1/contacts/:contactId/addresses': ['administrator'],
  'GET /api/v1/addresses/:addressId': everyone,
  'PATCH /api/v1/addresses/:addressId': ['administrator'],
  'POST /api/v1/addresses/:addressId/disablement': ['administrator'],
  'DELETE /api/v1/addresses/:addressId/disablement': ['administrator'],
  // Software uses
  'GET /api/v1/software-uses': everyone,
  'POST /api/v1/software-uses': ['administrator'],
  'GET /api/v1/software-uses/:softwareUseId': everyone,
  'DELETE /api/v1/software-uses/:softwareUseId': ['administrator'],
  // Audiences
  'GET /api/v1/audiences': everyone,
  'POST /api/v1/audiences': ['administrator'],
  'GET /api/v1/audiences/:audienceId': everyone,
  'GET /api/v1/audiences/:audienceId/members': everyone,
  'PATCH /api/v1/audiences/:audienceId': ['administrator'],
  'DELETE /api/v1/audiences/:audienceId': ['administrator'],
  'POST /api/v1/audience-previews': everyRole,
  // Policy
  'GET /api/v1/policy-lines': everyone,
  'POST /api/v1/policy-lines': ['administrator'],
  'GET /api/v1/policy-lines/:policyLineId': everyone,
  'PATCH /api/v1/policy-lines/:policyLineId': ['administrator'],
  'DELETE /api/v1/policy-lines/:policyLineId': ['administrator'],
  'PUT /api/v1/policy-order': ['administrator'],
  // Removals
  'GET /api/v1/removals': everyone,
  'POST /api/v1/advisories/:trackingId/removals': ['approver', 'duty officer'],
  // Subscriptions
  'GET /api/v1/subscriptions': ['duty officer', 'administrator', 'auditor'],
  // Public channels
  'GET /api/v1/public-channels': everyone,
  'POST /api/v1/public-channels': ['administrator'],
  'GET /api/v1/public-channels/:publicChannelId': everyone,
  'DELETE /api/v1/public-channels/:publicChannelId': ['administrator'],
  // Inbound mail
  'POST /api/v1/inbound-mails': ['duty officer'],
  'GET /api/v1/inbound-counts': everyone,
  'GET /api/v1/dropped-mails': everyone,
  // Tasks
  'GET /api/v1/tasks': everyone,
  'POST /api/v1/tasks/:taskId/closure': ['duty officer'],
  // Webhooks
  'GET /api/v1/webhook-contacts': ['partner'],
  'GET /api/v1/webhooks': overseers,
  'POST /api/v1/webhooks': ['partner'],
  'GET /api/v1/webhooks/:webhookId': overseers,
  'PATCH /api/v1/webhooks/:webhookId': ['partner'],
  'DELETE /api/v1/webhooks/:webhookId': ['administrator', 'partner'],
  'POST /api/v1/webhooks/:webhookId/secret': ['partner'],
  'DELETE /api/v1/webhooks/:webhookId/disablement': ['administrator', 'duty officer', 'partner'],
  'GET /api/v1/webhooks/:webhookId/deliveries': overseers,
  'GET /api/v1/webhooks/:webhookId/attempts': overseers,
  'POST /api/v1/webhooks/:webhookId/tests': ['administrator', 'duty officer', 'partner'],
  'POST /api/v1/webhooks/:webhookId/replays': ['administrator', 'duty officer', 'partner'],
  'POST /api/v1/webhooks/:webhookId/recoveries': ['administrator', 'duty officer', 'partner'],
  'POST /api/v1/deliveries/:deliveryId/acknowledgement': ['partner'],
  'GET /api/v1/deliveries/:deliveryId/csaf': ['partner'],
  // CSV
  'POST /api/v1/csv-imports': ['administrator'],
  'POST /api/v1/csv-imports/:importId/application': ['administrator'],
  'GET /api/v1/csv-exports/:kind': ['administrator', 'auditor'],
  // Document
  'GET /api/v1/openapi.json': open,
  'GET /api/v1/reference': open,
};
