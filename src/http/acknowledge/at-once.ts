import type { Context } from 'hono';
import type { Typed } from '../../../templates/acknowledge/typed.ts';
import { words } from '../../../templates/acknowledge/words.ts';
import { acknowledgeAs } from '../../acknowledgement/acknowledge.ts';
import type { Recipient } from '../../acknowledgement/answering.ts';
import type { Choice } from '../../acknowledgement/choice.ts';
import { readViewNonce } from '../../acknowledgement/nonce.ts';
import { suspicionOf } from '../../acknowledgement/suspicion.ts';
import { linkDays, readLinkToken } from '../../acknowledgement/token.ts';
import type { HttpEnv } from '../env.ts';
import { checkAnswer } from './check.ts';
import { languageOf, ownPath } from './page.tsx';
import { provenanceOf, signsOf } from './signs.ts';
import { saidOf } from './take.ts';

type Sent = { typed: Typed; nonce: string; bait: string };

/**
 * Keeps an answer with which nothing is wrong, without reading all that its page would show: thousands answer in the
 * first minutes. The promise is where to go on, or null: nothing was kept, and the page says why.
 */
export async function keepAtOnce(
  c: Context<HttpEnv>,
  { typed, nonce, bait }: Sent,
): Promise<string | null> {
  const hub = c.get('hub');
  const { linkKeys } = hub.config;
  const deliveryId = readLinkToken(linkKeys, c.req.param('token') ?? '');
  let path: string | null = null;
  function decide(recipient: Recipient) {
    const { now, sentAt, organisationIds, functional, language } = recipient;
    if (functional === null || language === null) return null;
    if (now.getTime() - sentAt.getTime() > linkDays * 86_400_000) return null;
    const view = readViewNonce(linkKeys, nonce, { deliveryId, now });
    if (view?.question !== 'first') return null;
    const w = words[languageOf(c, { language })];
    if (checkAnswer({ functional, organisationIds }, typed, w).length > 0) return null;
    const signs = signsOf(c.req, bait, (now.getTime() - view.at.getTime()) / 1000);
    const suspicion = suspicionOf(signs);
    path = ownPath(c, { language });
    const several = organisationIds.length > 1;
    const said = saidOf({ deliveryId, several, typed, provenance: provenanceOf(signs, view) });
    return { ...said, choice: typed.choice as Choice, ...(suspicion && { suspicion }) };
  }
  const kept = await acknowledgeAs(hub, { deliveryId, decide });
  return kept && path;
}
