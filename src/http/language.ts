import { languageDetector } from 'hono/language';
import { languages } from '../advisory/language.ts';

/**
 * Sets `language`: `/nl` or `/en` at the start of the path, else `?language=`, else Accept-Language, else Dutch.
 * Nothing is remembered in a cookie: an address always shows the same page to whoever it is passed on to.
 */
export const language = () =>
  languageDetector({
    order: ['path', 'querystring', 'header'],
    lookupQueryString: 'language',
    lookupFromHeaderKey: 'accept-language',
    supportedLanguages: [...languages],
    fallbackLanguage: 'nl',
    caches: false,
  });
