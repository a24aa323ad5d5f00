import { addresses } from './addresses.ts';
import { audiences } from './audiences.ts';
import { contacts } from './contacts.ts';
import { csvExchange } from './csv-exchange.ts';
import type { Resource } from './operation.ts';
import { organisations } from './organisations.ts';
import { policyLines } from './policy-lines.ts';
import { publicChannels } from './public-channels.ts';
import { removals } from './removals.ts';
import { softwareUses } from './software-uses.ts';
import { subscriptions } from './subscriptions.ts';

/** The nouns of who must hear, in the order of the document. */
export const audienceResources: Resource[] = [
  organisations,
  contacts,
  addresses,
  softwareUses,
  audiences,
  policyLines,
  removals,
  subscriptions,
  publicChannels,
  csvExchange,
];
