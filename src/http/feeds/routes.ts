import { Hono } from 'hono';
import { type Language, languages } from '../../advisory/language.ts';
import type { HttpEnv } from '../env.ts';
import { servePublic } from '../public/serve.ts';
import type { Told } from './feed.ts';
import { writeAtom, writeJson } from './feed-package.tsx';
import { type Filter, readFilter, writeFilter } from './filter.ts';
import { readIssues } from './read-issues.ts';
import { writeRss } from './rss.tsx';

type Format = { type: string; write: (told: Told) => Promise<string> };

/** Every format of the feed, by the end of its address. */
const formats: Record<string, Format> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJson },
};

/** The feeds: what is CLEAR, an item per version and per withdrawal. */
export const feedRoutes = new Hono<HttpEnv>();

for (const language of languages) {
  for (const [end, { type, write }] of Object.entries(formats)) {
    feedRoutes.get(`/feeds/${language}.${end}`, (c) => {
      const { sql, config } = c.get('hub');
      const filter = readFilter(c.req.queries());
      const path = `/feeds/${language}.${end}${writeFilter(filter)}`;
      return servePublic(c, {
        key: path,
        headers: { 'Content-Language': language, 'Access-Control-Allow-Origin': '*' },
        async render() {
          const issues = await readIssues(sql, filter);
          const limits = limitsOf(filter, language);
          const body = await write({ config, language, issues, path, limits });
          return { body, type, lastModified: issues[0]?.at };
        },
      });
    });
  }
}

function limitsOf({ urgent, vendor, product }: Filter, language: Language): string {
  const only = { nl: 'alleen Urgent', en: 'Urgent only' };
  return [urgent && only[language], vendor, product].filter(Boolean).join(', ').toLowerCase();
}
