import type { Rights } from './right.ts';

const page = '/console/organisations/:id{[1-9][0-9]*}/partner';
const key = `${page}/keys/:keyId{[1-9][0-9]*}`;
const webhook = '/console/webhooks/:id{[1-9][0-9]*}';

/** Partners' machines: who is on duty looks and has things sent, an administrator gives out keys and ends. */
export const partnerRights: Rights = {
  [`GET ${page}`]: ['duty officer', 'administrator', 'auditor'],
  [`POST ${page}/keys`]: ['administrator'],
  [`GET ${key}/rotate`]: ['administrator'],
  [`POST ${key}/rotate`]: ['administrator'],
  [`GET ${key}/withdraw`]: ['administrator'],
  [`POST ${key}/withdraw`]: ['administrator'],
  [`GET ${webhook}`]: ['duty officer', 'administrator', 'auditor'],
  [`POST ${webhook}/test`]: ['duty officer', 'administrator'],
  [`POST ${webhook}/enable`]: ['duty officer', 'administrator'],
  [`POST ${webhook}/replays`]: ['duty officer', 'administrator'],
  [`POST ${webhook}/recover`]: ['duty officer', 'administrator'],
  [`GET ${webhook}/end`]: ['administrator'],
  [`POST ${webhook}/end`]: ['administrator'],
};
