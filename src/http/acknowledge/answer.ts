import type { Context } from 'hono';
import { words } from '../../../templates/acknowledge/words.ts';
import { offersResponse } from '../../acknowledgement/answer-sheet.ts';
import { readViewNonce, type View } from '../../acknowledgement/nonce.ts';
import { surelyAutomatic, suspicionOf } from '../../acknowledgement/suspicion.ts';
import type { HttpEnv } from '../env.ts';
import { keepAtOnce } from './at-once.ts';
import { checkTyped } from './check.ts';
import { openSheet } from './open.ts';
import { languageOf, ownPath, showPage } from './page.tsx';
import { provenanceOf, signsOf } from './signs.ts';
import {
  keepDoubtedResponse,
  type Taken,
  takeConfirmation,
  takeNotForUs,
  takeResponse,
} from './take.ts';
import { type Body, readFields, readTyped } from './typed.ts';

/** Takes a form of the page: nothing is stored unless all of it is right, and what was typed is never lost. */
export async function answer(c: Context<HttpEnv>) {
  const { linkKeys } = c.get('hub').config;
  const { nonce, bait, ...typed } = readTyped(await bodyOf(c));
  const kept = typed.form === 'answer' && (await keepAtOnce(c, { typed, nonce, bait }));
  if (kept) return c.redirect(kept, 303);
  const sheet = await openSheet(c);
  if (typed.form === 'response' && !offersResponse(sheet)) return showPage(c, sheet);
  const { deliveryId, now } = sheet;
  const view = readViewNonce(linkKeys, nonce, { deliveryId, now });
  if (!view || !asked(view, typed.form)) return showPage(c, sheet, { typed, notice: 'stale' });
  const findings = checkTyped({ sheet, typed, language: languageOf(c, sheet) });
  if (findings.length > 0) return showPage(c, sheet, { typed, findings });
  // What was wrong with it a moment ago is not any more: it is asked once more.
  if (typed.form === 'answer') return showPage(c, sheet, { typed, notice: 'stale' });
  const signs = signsOf(c.req, bait, (now.getTime() - view.at.getTime()) / 1000);
  // Asked again, a person needs no other browser than the one that was doubted; a machine has to read and choose.
  const doubt = view.question === 'again' ? surelyAutomatic(signs) : suspicionOf(signs);
  return take(c, { sheet, typed, provenance: provenanceOf(signs, view) }, doubt);
}

async function take(c: Context<HttpEnv>, taken: Taken, doubt: string | null) {
  const hub = c.get('hub');
  const { sheet, typed } = taken;
  if (typed.form === 'confirm' && doubt) {
    const message = words[languageOf(c, sheet)].tooFast;
    return showPage(c, sheet, { typed, findings: [{ path: 'choice', message }] });
  }
  if (typed.form === 'response' && doubt) {
    await keepDoubtedResponse(hub, taken, doubt);
    return showPage(c, sheet, { typed: { ...typed, status: '' }, notice: 'again' });
  }
  if (typed.form === 'not-for-us' && doubt)
    return showPage(c, sheet, { typed: { ...typed, choice: '' }, notice: 'again' });
  if (typed.form === 'confirm') await takeConfirmation(hub, taken);
  else if (typed.form === 'response') await takeResponse(hub, taken);
  else await takeNotForUs(hub, taken, languageOf(c, sheet));
  return c.redirect(ownPath(c, sheet), 303);
}

/** Only a form that was shown as asking again confirms, and it gives no first answer; the others come from either. */
const asked = ({ question }: View, form: string) =>
  form === 'response' ||
  form === 'not-for-us' ||
  question === (form === 'confirm' ? 'again' : 'first');

/** The form; what cannot be read as one is an empty one, and the page says what it lacks. */
async function bodyOf(c: Context<HttpEnv>): Promise<Body> {
  // As browsers send it; to read it as a form of any kind takes several times as long.
  if (/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return readFields(await c.req.text());
  return c.req.parseBody({ all: true }).catch((error: unknown) => {
    if (error instanceof TypeError) return {};
    throw error;
  });
}
