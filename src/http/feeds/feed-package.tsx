import { Feed } from 'feed';
import { IssueDescription, issueTitle } from '../../../templates/site/issue.tsx';
import { feedTitle, issueUrl, type Told } from './feed.ts';
import { changedAt, newestOf } from './issue.ts';

/** The issues as Atom (RFC 4287), an entry each. Its titles are HTML, so plain text is escaped. */
export async function writeAtom(told: Told): Promise<string> {
  return (await fill(told, asHtml)).atom1();
}

/** The issues as JSON Feed 1, an item each. Its titles are plain text. The package knows no `hubs`. */
export async function writeJson(told: Told): Promise<string> {
  const { items, ...head } = JSON.parse((await fill(told, (title) => title)).json1());
  const hubs = told.hub && [{ type: 'WebSub', url: told.hub }];
  return JSON.stringify({ ...head, ...(hubs && { hubs }), items }, null, 4);
}

async function fill(told: Told, titled: (title: string) => string): Promise<Feed> {
  const { config, language, issues, path, hub } = told;
  const self = config.publicUrl + path;
  const feed = new Feed({
    id: self,
    title: feedTitle(told),
    description: `${feedTitle(told)} (TLP:CLEAR)`,
    link: `${config.publicUrl}/${language}`,
    language,
    feedLinks: { atom: self, json: self },
    ...(hub !== undefined && { hub }),
    generator: 'Semafoor',
    author: { name: config.csirtName },
    // Not this moment, which the package would take: the same issues give the same bytes in every process.
    updated: newestOf(issues),
  });
  for (const issue of issues) {
    const link = issueUrl(told, issue);
    feed.addItem({
      id: issue.kind === 'withdrawn' ? `${link}#withdrawn` : link,
      title: titled(issueTitle(issue, language)),
      link,
      date: changedAt(issue),
      published: issue.at,
      content: String(await (<IssueDescription issue={issue} language={language} />)),
    });
  }
  return feed;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asHtml = (text: string) => text.replace(/[&<>]/g, (character) => entities[character] ?? '');
