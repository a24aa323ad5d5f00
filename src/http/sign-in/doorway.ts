import type { Context } from 'hono';
import { type Filled, unsent } from '../../../templates/console/filled.ts';
import type { Doorway } from '../../../templates/sign-in/frame.tsx';
import type { CallerEnv } from '../caller.ts';
import { inWords } from '../console/in-words.ts';

/** What a page on the way in shows of its request; what is wrong is said in the reader's language. */
export function openDoorway(c: Context<CallerEnv>, form: string | Filled): Doorway {
  const language = c.get('language');
  const filled = typeof form === 'string' ? unsent(form) : form;
  return {
    language,
    publisher: c.get('hub').config.csirtName,
    paths: { nl: addressOf(c, 'nl'), en: addressOf(c, 'en') },
    action: addressOf(c, language),
    filled: inWords(language, filled),
  };
}

/** This address, in a language. */
function addressOf({ req }: Context<CallerEnv>, language: string): string {
  const { pathname, searchParams } = new URL(req.url);
  searchParams.delete('done');
  searchParams.set('language', language);
  return `${pathname}?${searchParams}`;
}
