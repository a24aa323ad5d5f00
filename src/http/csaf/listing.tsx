import type { Context } from 'hono';
import { CsafDirectoryPage, type Row } from '../../../templates/site/csaf-directory.tsx';
import { labelOf } from '../../advisory/formats/csaf/label.ts';
import { findSigner } from '../../openpgp.ts';
import type { CallerEnv } from '../caller.ts';
import { html } from '../public/html.ts';
import { addresses, type Circle, circles, pathOf } from './circle.ts';
import { type Listed, listDocuments } from './list-documents.ts';
import { serve } from './serve.ts';

/** `/csaf/`: which directories there are, and what stands beside them. */
export function showRoot(c: Context<CallerEnv>) {
  const rows = [
    addresses.metadata,
    addresses.service,
    ...circles.map((circle) => addresses.directory(circle)),
  ].map((href) => ({ href, name: href }));
  return show(c, 'CLEAR', async () => ({ path: '/csaf/', rows }));
}

/** CSAF 2.0 §7.1.14: a directory of a circle, or a year of it, as a page. */
export function showDirectory(c: Context<CallerEnv>, circle: Circle, year?: string) {
  return show(c, circle, async () => {
    const { sql, config } = c.get('hub');
    const listed = await listDocuments(sql, circle);
    if (year === undefined) return { path: `${pathOf(circle)}/`, rows: rowsOf(circle, listed) };
    const signed = (await findSigner(config)) !== null;
    const files = listed.filter(({ path }) => path.startsWith(`${year}/`));
    if (files.length === 0) return undefined;
    return {
      path: `${pathOf(circle)}/${year}/`,
      rows: files.flatMap((file) => filesOf(file, signed)),
    };
  });
}

function rowsOf(circle: Circle, listed: Listed[]): Row[] {
  const years = [...new Set(listed.map(({ path }) => path.slice(0, 5)))].toSorted().toReversed();
  const label = labelOf[circle].toLowerCase();
  const names = ['index.txt', 'changes.csv', 'category.json', `csaf-feed-tlp-${label}.json`];
  return [...names, ...years].map((name) => ({ href: name, name }));
}

function filesOf({ path, title, currentRelease }: Listed, signed: boolean): Row[] {
  const name = path.slice(5);
  const ends = ['.sha256', '.sha512', ...(signed ? ['.asc'] : [])];
  return [
    { href: name, name, title, at: new Date(currentRelease) },
    ...ends.map((end) => ({ href: name + end, name: name + end })),
  ];
}

function show(
  c: Context<CallerEnv>,
  circle: Circle,
  read: () => Promise<{ path: string; rows: Row[] } | undefined>,
) {
  const language = c.get('language');
  const { csirtName: publisher } = c.get('hub').config;
  const make = async () => {
    const read_ = await read();
    const props = { language, publisher, ...(circle !== 'CLEAR' && { personal: true }) };
    return read_ && html(<CsafDirectoryPage {...props} {...read_} />);
  };
  const headers = { 'Content-Language': language, Vary: 'Accept-Language' };
  return serve(c, circle, { make, variant: ` ${language}`, headers });
}
