import { exchange } from './exchange.ts';
import { type Form, fillForm, findForm } from './form.ts';
import type { Visit } from './visit.ts';

/** A page that lies open in front of somebody. */
export type Opened = { url: string; form: Form; visit: Visit };

const browser = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  Accept: 'text/html,application/xhtml+xml',
  'Accept-Language': 'nl,en;q=0.5',
};
const scanner = { 'User-Agent': 'MailGateway/7.2 (link scanner)', Accept: '*/*' };
const headersOf = (visit: Visit) => (visit.machine ? scanner : browser);

/**
 * Reads a message as its recipient would and opens the page that it links to. `hub` is where the hub listens: the
 * link may name it as others reach it, through a proxy.
 * @throws when there is no such page
 */
export async function openPage(hub: string, raw: Buffer, visit: Visit): Promise<Opened> {
  const path = findLink(raw);
  if (!path) throw new Error('The message holds no link to answer by.');
  const url = hub + path;
  const { status, body } = await exchange(url, { method: 'GET', headers: headersOf(visit) });
  const named = !visit.machine && visit.form !== 'unsubscribe';
  const form = findForm(body, named ? visit.form : undefined);
  if (status !== 200 || !form) throw new Error(`The page answered ${status}.`);
  return { url, form, visit };
}

/** The path of the message's own page. Of quoted-printable only the soft breaks matter here: they may part a link. */
function findLink(raw: Buffer): string | undefined {
  const text = raw.toString('latin1').replaceAll('=\r\n', '');
  return text.match(/https?:\/\/\S+?(\/(?:acknowledge|unsubscribe)\/[\w-]+)/)?.[1];
}

/** Fills the page's form in and sends it. @throws with the page's status when it is not taken */
export async function sendForm({ url, form, visit }: Opened): Promise<void> {
  const wishes = visit.machine ? everything(form) : visit.wishes;
  const target = new URL(form.action, url);
  const { status } = await exchange(target.href, {
    method: 'POST',
    headers: {
      ...headersOf(visit),
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: target.origin,
      Referer: url,
    },
    body: String(fillForm(form, wishes)),
  });
  if (status >= 400) throw new Error(`The answer was refused with ${status}.`);
}

/** What a machine fills in: the first of each choice, and something in every field, also in those nobody sees. */
function everything({ fields }: Form): Record<string, string> {
  const wishes: Record<string, string> = {};
  for (const { name, type, value } of fields) {
    const choice = ['radio', 'checkbox', 'submit'].includes(type);
    wishes[name] ??= choice ? value : 'link check';
  }
  return wishes;
}
