import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type Language, languages } from '../../advisory/language.ts';
import type { CallerEnv } from '../caller.ts';

const cookie = 'language';
const isLanguage = (word: string | undefined): word is Language =>
  languages.some((language) => language === word);

/** Sets `language`: what the address asks for, which the console remembers, else what it remembers, else the operator's own. */
export const consoleLanguage = () =>
  createMiddleware<CallerEnv>(async function consoleLanguage(c, next) {
    const asked = c.req.query('language');
    if (isLanguage(asked)) setCookie(c, cookie, asked, { path: '/console', sameSite: 'Lax' });
    const known = [asked, getCookie(c, cookie), c.get('caller').operator.language];
    c.set('language', known.find(isLanguage) ?? 'nl');
    await next();
  });
