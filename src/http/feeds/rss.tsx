import RSS from 'rss';
import { IssueDescription, issueTitle } from '../../../templates/site/issue.tsx';
import { feedTitle, issueName, issueUrl, type Told } from './feed.ts';
import { newestOf } from './issue.ts';

/** The issues as RSS 2.0, an item each. Titles are plain text, descriptions are HTML (RSS Advisory Board profile §4.1). */
export async function writeRss(told: Told): Promise<string> {
  const { config, language, issues, path, hub } = told;
  const newest = newestOf(issues);
  const feed = new RSS({
    title: feedTitle(told),
    description: `${feedTitle(told)} (TLP:CLEAR)`,
    site_url: `${config.publicUrl}/${language}`,
    feed_url: config.publicUrl + path,
    hub,
    language,
    generator: 'Semafoor',
    pubDate: newest,
  });
  for (const issue of issues) {
    feed.item({
      title: issueTitle(issue, language),
      description: String(await (<IssueDescription issue={issue} language={language} />)),
      url: issueUrl(told, issue),
      guid: issueName(issue),
      date: issue.at,
    });
  }
  // The package dates the feed to this moment; the same issues must give the same bytes in every process.
  const built = `<lastBuildDate>${newest.toUTCString()}</lastBuildDate>`;
  return feed.xml().replace(/<lastBuildDate>[^<]*<\/lastBuildDate>/, built);
}
