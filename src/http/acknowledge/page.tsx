import type { Context } from 'hono';
import { RefusalPage, type RefusalReason } from '../../../templates/acknowledge/refusal.tsx';
import {
  AcknowledgePage,
  type AcknowledgePageProps,
} from '../../../templates/acknowledge-page.tsx';
import type { AnswerSheet } from '../../acknowledgement/answer-sheet.ts';
import { viewNonce } from '../../acknowledgement/nonce.ts';
import { type Language, languages } from '../../advisory/language.ts';
import type { HubError } from '../../errors.ts';
import type { HttpEnv } from '../env.ts';
import { statusOf } from '../problem.ts';

/** The language that the reader asked for in so many words, else the contact's own. */
export function languageOf(c: Context<HttpEnv>, sheet: Pick<AnswerSheet, 'language'>): Language {
  const asked = c.req.query('language') as Language;
  return languages.includes(asked) ? asked : sheet.language;
}

/** The address of this page in a language; the contact's own needs no mention. */
function pathIn(
  c: Context<HttpEnv>,
  sheet: Pick<AnswerSheet, 'language'>,
  language: Language,
): string {
  return language === sheet.language ? c.req.path : `${c.req.path}?language=${language}`;
}

/** Where a form is sent to and what it is answered with: this page, in the language that it is read in. */
export const ownPath = (c: Context<HttpEnv>, sheet: Pick<AnswerSheet, 'language'>) =>
  pathIn(c, sheet, languageOf(c, sheet));

type Extra = Pick<AcknowledgePageProps, 'typed' | 'notice'> & {
  findings?: AcknowledgePageProps['findings'];
};

/** Shows the page with fresh nonces; with something wrong on it the status is 400. */
export function showPage(c: Context<HttpEnv>, sheet: AnswerSheet, extra: Extra = {}) {
  const { linkKeys } = c.get('hub').config;
  const { deliveryId, now: at } = sheet;
  const nonces = {
    first: viewNonce(linkKeys, { deliveryId, question: 'first', at }),
    again: viewNonce(linkKeys, { deliveryId, question: 'again', at }),
  };
  const { findings = [], typed, notice } = extra;
  const page = (
    <AcknowledgePage
      sheet={sheet}
      language={languageOf(c, sheet)}
      path={ownPath(c, sheet)}
      paths={{ nl: pathIn(c, sheet, 'nl'), en: pathIn(c, sheet, 'en') }}
      nonces={nonces}
      findings={findings}
      typed={typed}
      notice={notice}
    />
  );
  return c.html(page, findings.length > 0 || notice ? 400 : 200);
}

/** Shows why a link opens nothing. */
export function showRefusal(c: Context<HttpEnv>, { code }: HubError) {
  const page = (
    <RefusalPage
      language={c.get('language')}
      reason={code as RefusalReason}
      csirt={c.get('hub').config.csirtName}
    />
  );
  return c.html(page, statusOf[code]);
}
