import type { Language } from '../../advisory/language.ts';
import { websubPath } from '../../fanout/websub/topic.ts';
import type { Hub } from '../../hub.ts';
import type { Page } from '../public/shelf.ts';
import type { Told } from './feed.ts';
import { writeAtom, writeJson } from './feed-package.tsx';
import { type Filter, writeFilter } from './filter.ts';
import { type Issue, newestOf } from './issue.ts';
import { readIssues } from './read-issues.ts';
import { writeRss } from './rss.tsx';

type Format = { type: string; write: (told: Told) => Promise<string> };

/** Every format of the feed, by the end of its address. */
export const formats = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJson },
} satisfies Record<string, Format>;
export const ends = Object.keys(formats) as (keyof typeof formats)[];

/** One feed of the site's. */
export type Wanted = { language: Language; end: keyof typeof formats; filter: Filter };

export const feedPath = ({ language, end, filter }: Wanted) =>
  `/feeds/${language}.${end}${writeFilter(filter)}`;

/** Whether it is one that can be subscribed to: what is filtered is pulled. */
export const isWhole = ({ filter }: Wanted) => writeFilter(filter) === '';

/** The feed at this moment, and the issues in it. */
export async function renderFeed(
  { sql, config }: Hub,
  wanted: Wanted,
): Promise<Page & { issues: Issue[] }> {
  const { language, end, filter } = wanted;
  const issues = await readIssues(sql, filter);
  const { type, write } = formats[end];
  const body = await write({
    config,
    language,
    issues,
    path: feedPath(wanted),
    limits: limitsOf(filter, language),
    hub: isWhole(wanted) ? config.publicUrl + websubPath : undefined,
  });
  return { body, type, lastModified: issues.length > 0 ? newestOf(issues) : undefined, issues };
}

function limitsOf({ urgent, vendor, product }: Filter, language: Language): string {
  const only = { nl: 'alleen Urgent', en: 'Urgent only' };
  return [urgent && only[language], vendor, product].filter(Boolean).join(', ').toLowerCase();
}
