import { createHash } from 'node:crypto';
import { languages } from '../../advisory/language.ts';
import type { Content, Topic } from '../../fanout/websub/topic.ts';
import type { Hub } from '../../hub.ts';
import { findSigner } from '../../openpgp.ts';
import { addresses } from '../csaf/circle.ts';
import { listDocuments } from '../csaf/list-documents.ts';
import { writeFeed } from '../csaf/rolie.ts';
import { issueUrl } from '../feeds/feed.ts';
import { ends, feedPath, renderFeed, type Wanted } from '../feeds/render.ts';
import { readEdition } from '../public/edition.ts';

const feeds: Wanted[] = languages.flatMap((language) =>
  ends.map((end) => ({ language, end, filter: {} })),
);
const rolie = addresses.feed('CLEAR');

/** What can be subscribed to: the main feeds and the CSAF provider's, of what is CLEAR. */
export const topicPaths = [...feeds.map(feedPath), rolie];

/** The same, to be pushed. Nothing is read twice as long as nothing public changed. */
export function topicsOf(hub: Hub): Topic[] {
  return [
    ...feeds.map((wanted) => topic(hub, feedPath(wanted), () => readFeed(hub, wanted))),
    topic(hub, rolie, () => readRolie(hub)),
  ];
}

function topic(hub: Hub, path: string, read: () => Promise<Content>): Topic {
  let kept: { edition: string; content: Content } | undefined;
  return {
    path,
    async read() {
      const { name: edition } = await readEdition(hub);
      if (kept?.edition !== edition) kept = { edition, content: await read() };
      return kept.content;
    },
  };
}

/** Its items are its news, however they are written: a hub of another version or with another key tells nothing new. */
async function readFeed(hub: Hub, wanted: Wanted): Promise<Content> {
  const { body, type, issues } = await renderFeed(hub, wanted);
  const { config } = hub;
  const names = issues.map((issue) => [
    issueUrl({ config, language: wanted.language }, issue),
    issue.kind,
    issue.at,
  ]);
  return { news: nameOf(names), body: Buffer.from(body), type };
}

/** A push tells the newest documents; who wants them all pulls the feed. */
const mostEntries = 100;

async function readRolie(hub: Hub): Promise<Content> {
  const { sql, config } = hub;
  const listed = (await listDocuments(sql, 'CLEAR')).slice(0, mostEntries);
  const signed = (await findSigner(config)) !== null;
  const body = writeFeed({ site: config.publicUrl, circle: 'CLEAR', listed, signed });
  const names = listed.map(({ path, currentRelease }) => [path, currentRelease]);
  return { news: nameOf(names), body: Buffer.from(body), type: 'application/json' };
}

const nameOf = (names: unknown) =>
  createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 22);
