import type { Context } from 'hono';
import type { ApiDocument } from '../../../templates/reference/document.ts';
import { ReferencePage } from '../../../templates/reference/page.tsx';
import type { Language } from '../../advisory/language.ts';
import type { Config } from '../../config.ts';
import type { CallerEnv } from '../caller.ts';

/** Rendered once per installation and language: it changes with the program alone. */
const pages = new WeakMap<Config, Map<Language, string>>();

/** GET `/api/v1/reference`: the document for people. */
export function showReference(create: (config: Config) => unknown) {
  return async function reference(c: Context<CallerEnv>) {
    const { config } = c.get('hub');
    const language = c.get('language');
    const kept = pages.get(config) ?? new Map<Language, string>();
    pages.set(config, kept);
    const page =
      kept.get(language) ?? (await render(create(config) as ApiDocument, config, language));
    kept.set(language, page);
    c.header('Vary', 'Accept-Language');
    return c.html(page);
  };
}

async function render(document: ApiDocument, config: Config, language: Language): Promise<string> {
  const { csirtName: publisher, publicUrl: site } = config;
  return String(await (<ReferencePage {...{ language, publisher, site, document }} />));
}
