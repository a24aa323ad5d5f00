import type { Language } from '../advisory/language.ts';
import type { Hub } from '../hub.ts';
import type { Lender } from './public/lender.ts';
import type { Copy } from './public/shelf.ts';

/** What every route of the app may count on: set by `createApp` before any handler runs. */
export type HttpEnv = {
  Bindings: Record<string, unknown> & {
    /** Where this process shares no memory with the others that answer for the hub. */
    pages?: Lender;
  };
  Variables: {
    hub: Hub;
    language: Language;
    requestId: string;
    /** Who acts, for the access log: `operator:3`; set by whoever signed the request in. */
    actor?: string;
    /** The public page that was answered with: the same again needs no route. */
    served?: { edition: string; copy: Copy };
  };
};
