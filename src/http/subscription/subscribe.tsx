import type { Context } from 'hono';
import { z } from 'zod';
import { unsent } from '../../../templates/console/filled.ts';
import { AskedPage, SubscribePage } from '../../../templates/subscription/subscribe-page.tsx';
import { type Language, languages } from '../../advisory/language.ts';
import { askSubscription } from '../../audience/ask-subscription.ts';
import { emailAddress } from '../../audience/email-address.ts';
import type { CallerEnv } from '../caller.ts';
import { clientOf } from '../client.ts';
import { attempt } from '../console/attempt.ts';

/** What is chosen on every form for subscribers. */
export const choiceFields = {
  which: z.enum(['all', 'urgent']),
  language: z.enum(languages),
};
const schema = z.object({ email: z.string().trim().pipe(emailAddress), ...choiceFields });

/** GET `/{nl|en}/subscribe`. */
export function showSubscribe(c: Context<CallerEnv>, language: Language) {
  return c.html(
    <SubscribePage {...siteOf(c, language)} bot={botOf(c)} filled={unsent('subscribe')} />,
  );
}

/** POST `/{nl|en}/subscribe`: the same answer for every address. */
export function takeSubscribe(c: Context<CallerEnv>, language: Language) {
  return attempt(c, {
    form: 'subscribe',
    schema,
    async act({ email, which, language: chosen }) {
      await askSubscription(c.get('hub'), {
        email,
        language: chosen,
        urgentOnly: which === 'urgent',
        client: clientOf(c),
      });
      return `/${language}/subscribe/asked`;
    },
    again: (filled) => <SubscribePage {...siteOf(c, language)} bot={botOf(c)} filled={filled} />,
  });
}

/** GET `/{nl|en}/subscribe/asked`. */
export const showAsked = (c: Context<CallerEnv>, language: Language) =>
  c.html(<AskedPage {...siteOf(c, language)} />);

const botOf = (c: Context<CallerEnv>) => c.get('hub').config.telegram?.botName;

function siteOf(c: Context<CallerEnv>, language: Language) {
  const { publicUrl: site, csirtName: publisher } = c.get('hub').config;
  return { language, site, publisher };
}
