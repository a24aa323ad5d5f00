import type { Post } from '../world/post.ts';

/** A stretch of a message that is set in one way. */
export type Run = { text: string; strong: boolean; url: string | null };

/** A message as its reader sees it: its text cut where what is set apart begins and ends. */
export function runsOf({ text, entities }: Pick<Post, 'text' | 'entities'>): Run[] {
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const places = [...new Set([0, ...edges, text.length])]
    .filter((place) => place <= text.length)
    .sort((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] as number;
    const within = entities.filter(
      ({ offset, length }) => offset <= start && end <= offset + length,
    );
    return {
      text: text.slice(start, end),
      strong: within.some(({ type }) => type === 'bold'),
      url: within.find(({ url }) => url)?.url ?? null,
    };
  });
}
