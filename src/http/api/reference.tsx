import type { Context } from 'hono';
import type { ApiDocument } from '../../../templates/reference/document.ts';
import { ReferencePage } from '../../../templates/reference/page.tsx';
import type { Language } from '../../advisory/language.ts';
import type { Config } from '../../config.ts';
import type { CallerEnv } from '../caller.ts';
import { tagOf } from './entity-tag.ts';
import { sendRead } from './send-read.ts';

type Page = { body: string; tag: string };
/** Rendered once per installation and language: it changes with the program alone. */
const pages = new WeakMap<Config, Map<Language, Page>>();

/** GET `/api/v1/reference`: the document for people. */
export function showReference(create: (config: Config) => unknown) {
  return async function reference(c: Context<CallerEnv>) {
    const { config } = c.get('hub');
    const language = c.get('language');
    const kept = pages.get(config) ?? new Map<Language, Page>();
    pages.set(config, kept);
    const page =
      kept.get(language) ?? (await render(create(config) as ApiDocument, config, language));
    kept.set(language, page);
    c.header('Vary', 'Accept-Language');
    const headers = { 'Content-Type': 'text/html; charset=UTF-8', ETag: page.tag };
    return sendRead(c, { headers, body: page.body });
  };
}

async function render(document: ApiDocument, config: Config, language: Language): Promise<Page> {
  const { csirtName: publisher, publicUrl: site } = config;
  const body = String(await (<ReferencePage {...{ language, publisher, site, document }} />));
  return { body, tag: tagOf(body) };
}
