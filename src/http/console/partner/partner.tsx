import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { KeyPage } from '../../../../templates/console/account/key-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { PartnerPage } from '../../../../templates/console/partner/partner-page.tsx';
import { partnerWords } from '../../../../templates/console/partner/words.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { findOrganisation } from '../../../audience/organisation.ts';
import { overseers } from '../../../fanout/webhook/overseers.ts';
import { listWebhooks } from '../../../fanout/webhook/webhook.ts';
import { createKey } from '../../../operator/create-key.ts';
import { listKeys } from '../../../operator/list-keys.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { inWords } from '../in-words.ts';
import { days } from '../key-days.ts';

/** `/console/organisations/{id}/partner`: the machines of one organisation. */
export const partnerAt = '/console/organisations/:id{[1-9][0-9]*}/partner';

export const partnerPageRoutes = new Hono<CallerEnv>()
  .get(partnerAt, requireCaller(overseers), async (c) => c.html(await page(c, unsent('key'))))
  .post(`${partnerAt}/keys`, requireCaller(['administrator']), giveOut);

const idIn = (c: Context<CallerEnv>) => idOf(c.req.param('id') ?? '');
export const partnerPath = (c: Context<CallerEnv>) => `/console/organisations/${idIn(c)}/partner`;

/** Shows the new key, this once. */
function giveOut(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'key',
    schema: z.object({
      name: z.string().trim().min(1).max(100),
      tlpCeiling: z.enum(tlps),
      days,
    }),
    async act({ name, tlpCeiling, days: expiresAt }) {
      const partner = { organisationId: idIn(c), tlpCeiling };
      const operatorId = c.get('caller').operator.id;
      const made = await createKey(c.get('hub'), { name, expiresAt, operatorId, partner });
      return showOnce(c, made.key);
    },
    again: (filled) => page(c, inWords(c.get('language'), filled)),
  });
}

/** A key that a partner is to be given, this once. */
export async function showOnce(c: Context<CallerEnv>, secret: string) {
  const back = { href: partnerPath(c), label: partnerWords[c.get('language')].back };
  return c.html(
    <KeyPage frame={await openFrame(c)} secret={secret} here="organisations" back={back} />,
  );
}

async function page(c: Context<CallerEnv>, filled: Filled) {
  const { sql } = c.get('hub');
  const organisation = await findOrganisation(sql, idIn(c));
  const organisationId = organisation.id;
  return (
    <PartnerPage
      frame={await openFrame(c)}
      organisation={organisation}
      webhooks={await listWebhooks(sql, { organisationId, after: 0, limit: 100 })}
      keys={await listKeys(sql, { organisationId })}
      filled={filled}
    />
  );
}
