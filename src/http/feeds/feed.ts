import { noticePath, versionPath } from '../../../templates/site/address.ts';
import type { Language } from '../../advisory/language.ts';
import { formatOrdinal } from '../../advisory/ordinal.ts';
import type { Config } from '../../config.ts';
import type { Issue } from './issue.ts';

/** What every format of a feed is written from. */
export type Told = {
  config: Config;
  language: Language;
  issues: Issue[];
  /** The feed's own path, with its filter. */
  path: string;
  /** What it is limited to, in words; empty for the whole feed. */
  limits: string;
  /** Where it can be subscribed to (W3C WebSub); the whole feed alone is pushed. */
  hub: string | undefined;
};

const titles: Record<Language, string> = { nl: 'beveiligingsadviezen', en: 'security advisories' };

/** What a feed is called: whose it is, what is in it, and to what it is limited. */
export function feedTitle({ config, language, limits }: Told): string {
  return `${config.csirtName}: ${titles[language]}${limits && ` (${limits})`}`;
}

/** Where an issue can be read in full. */
export function issueUrl(
  { config, language }: Pick<Told, 'config' | 'language'>,
  issue: Issue,
): string {
  const path =
    issue.kind === 'notice'
      ? noticePath(issue.notice, language)
      : versionPath(issue.version, language);
  return config.publicUrl + path;
}

/** By what a reader knows an issue again, whatever becomes of its address. */
export function issueName(issue: Issue): string {
  if (issue.kind === 'notice') return `notice-${issue.notice.id}`;
  const { trackingId, ordinal } = issue.version;
  const name = `${trackingId}/${formatOrdinal(ordinal)}`;
  return issue.kind === 'withdrawn' ? `${name}/withdrawn` : name;
}
