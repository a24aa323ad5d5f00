import type { Hono } from 'hono';
import { pushClock } from '../../src/clock.ts';
import type { HttpEnv } from '../../src/http/env.ts';
import type { Hub } from '../../src/hub.ts';

/** The headers of a person's browser. */
export const firefox = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'nl,en-US;q=0.7,en;q=0.3',
};

export type Page = { path: string; status: number; html: string; headers: Headers };
type Fields = Record<string, string | string[]>;

/** Somebody with a browser: looks at pages and sends their forms as they stand, with what the person adds. */
export function createVisitor(app: Hono<HttpEnv>, headers: Record<string, string> = firefox) {
  const open = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const answer = await app.request(path, { ...init, headers: { ...headers, ...init.headers } });
    return { path, status: answer.status, html: await answer.text(), headers: answer.headers };
  };
  return {
    open,
    /** Sends a form of the page: its hidden fields, what it holds already, and `fields` over them. */
    async send(page: Page, form: string, fields: Fields): Promise<Page> {
      const { action, held } = readForm(page.html, form);
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...held, ...fields }))
        for (const one of [value].flat()) body.append(name, one);
      const answer = await open(action, { method: 'POST', body });
      const location = answer.headers.get('location');
      return answer.status === 303 && location ? open(location) : answer;
    },
  };
}

const textOf = (html: string, form: string) => {
  const text = html.match(new RegExp(`<form[^>]* id="${form}"[^>]*>.*?</form>`, 's'))?.[0];
  if (!text) throw new Error(`The page has no form "${form}": ${html}`);
  return text;
};

/** The radio buttons of a form, as they stand. */
export function offeredIn(html: string, form: string): string[] {
  const radios = textOf(html, form).match(/<input[^>]*type="radio"[^>]*>/g) ?? [];
  return radios.map((tag) => attributesOf(tag).value ?? '');
}

/** The address of a form and what it would send if nobody touched it. */
export function readForm(html: string, form: string): { action: string; held: Fields } {
  const text = textOf(html, form);
  const held: Fields = {};
  for (const [tag] of text.matchAll(/<input[^>]*>/g)) {
    const { name, type, value = '' } = attributesOf(tag);
    const picked = type !== 'radio' && type !== 'checkbox' ? true : /\schecked/.test(tag);
    if (name && picked) held[name] = type === 'checkbox' ? [held[name] ?? [], value].flat() : value;
  }
  for (const [, tag = '', value = ''] of text.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    held[attributesOf(tag).name ?? ''] = value;
  return { action: attributesOf(text).action ?? '', held };
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, plain(value)]).reverse(),
  );
}

const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Lets time pass on the domain clock. */
export async function pass(hub: Hub, seconds: number): Promise<void> {
  await pushClock(hub, { to: new Date((await hub.now()).getTime() + seconds * 1000) });
}
