import { Hono } from 'hono';
import { MailboxPage } from '../../../templates/demo-mailbox.tsx';
import { type Readers, readers } from '../../../templates/demo-mailbox-address.ts';
import { MessagePage } from '../../../templates/demo-message.tsx';
import type { Language } from '../../advisory/language.ts';
import type { Sql } from '../../database/connect.ts';
import type { HttpEnv } from '../../http/env.ts';
import { type Captured, findMail, listMail, type Mail } from './captured.ts';
import { type Elsewhere, elsewhereRoutes } from './elsewhere.tsx';
import { framed, frameHeaders } from './framed.ts';
import { pageHeaders } from './page-headers.ts';
import { findReaders, listReaders, listReadersOf, type Reader } from './reader.ts';

/**
 * The pages of the demo's mailbox. They show everybody's mail to anybody, so only the demo knows of them: nothing in
 * the hub mounts them.
 */
export function mailboxRoutes(captured: Captured & Elsewhere): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/mailbox', async (c) => {
    const language = c.get('language');
    const search = (c.req.query('search') ?? '').trim().slice(0, 100);
    const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1);
    const { sql } = c.get('hub');
    const to = readers.find((each) => each === c.req.query('to')) ?? 'contacts';
    const only = await findTargets(sql, { search, to });
    const { lines, count, pages } = await listMail(captured, { page, only });
    const owners = await listReaders(
      sql,
      lines.map((line) => line.to),
    );
    const shown = lines.map((line) => ({
      ...line,
      date: line.date ? dateIn(language, line.date) : '',
      ...ownerOf(owners, line.to),
    }));
    const props = { language, search, to, page: Math.min(page, pages), pages, count, lines: shown };
    return c.html(<MailboxPage {...props} />, 200, pageHeaders);
  });

  routes.get('/mailbox/:number{[0-9]+}', async (c) => {
    const mail = await findMail(captured, Number(c.req.param('number')));
    const owners = await listReaders(c.get('hub').sql, [mail.to]);
    const props = { ...shown(mail), ...ownerOf(owners, mail.to), language: c.get('language') };
    return c.html(<MessagePage {...props} />, 200, pageHeaders);
  });

  routes.get('/mailbox/:number{[0-9]+}/html', async (c) => {
    const { parsed } = await findMail(captured, Number(c.req.param('number')));
    return c.html(framed(parsed.html ?? ''), 200, frameHeaders);
  });

  routes.get('/mailbox/:number{[0-9]+}/source', async (c) => {
    const { source } = await findMail(captured, Number(c.req.param('number')));
    return c.text(source.toString('utf8'), 200, { 'Cache-Control': 'no-store' });
  });

  return routes.route('/', elsewhereRoutes(captured));
}

/** The addresses whose mail is listed; null for all of them. */
async function findTargets(sql: Sql, { search, to }: { search: string; to: Readers }) {
  if (!search && to === 'everyone') return null;
  const found = search
    ? await findReaders(sql, search)
    : await listReadersOf(sql, to as 'contacts' | 'subscribers');
  return new Set(found.map(({ target }) => target));
}

function ownerOf(owners: readonly Reader[], to: string) {
  const reader = owners.find(({ target }) => target === to);
  return { name: reader?.name ?? null, organisations: reader?.organisations ?? [] };
}

function shown({ number, to, parsed }: Mail) {
  const { subject = '', text = '', html, headers } = parsed;
  return {
    number,
    to,
    subject,
    text,
    hasHtml: html !== undefined,
    links: [...new Set(text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;:)]/g))],
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
}

/** Dutch time, the CSIRT's own. */
const dateIn = (language: Language, date: Date) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(date);
