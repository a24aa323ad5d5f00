import type { Context } from 'hono';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { MessagePage } from '../../../../templates/console/release/message-page.tsx';
import { HubError } from '../../../errors.ts';
import { listSampleRecipients } from '../../../fanout/sample-recipients.ts';
import { showSample } from '../../../fanout/show-sample.ts';
import { listTestMails } from '../../../fanout/test-mail/list.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { findSelection, reasonOf } from './selection.ts';
import { findAsked } from './version.ts';

/** Recipients that one search shows. */
const most = 50;

/** The message that any recipient would get, and the way to send it to oneself. */
export async function renderMessage(c: Context<CallerEnv>, filled: Filled = unsent('test-mail')) {
  const hub = c.get('hub');
  const version = await findAsked(c);
  const reason = reasonOf(c);
  const search = (c.req.query('search') ?? '').slice(0, 200);
  const selection = await findSelection(c, version);
  const sought = { versionId: version.id, reason, search, limit: most + 1 };
  const recipients = await listSampleRecipients(hub, sought);
  return (
    <MessagePage
      frame={await openFrame(c)}
      version={version}
      reason={reason}
      search={search}
      recipients={recipients.slice(0, most)}
      more={recipients.length > most}
      selection={selection}
      letter={selection && (await showSample(hub, selection.sample))}
      from={`${hub.config.csirtName} <${hub.config.mail.from}>`}
      tests={await listTestMails(hub.sql, version.id, c.get('caller').operator.id)}
      filled={filled}
    />
  );
}

/** It may carry no script, fetch nothing and send nothing: what an author wrote is looked at, not trusted. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** The HTML part by itself, for the frame that shows it. */
export async function showLetter(c: Context<CallerEnv>) {
  const selection = await findSelection(c, await findAsked(c));
  if (!selection) throw new HubError('not_found', 'Choose a recipient first.');
  const { html } = await showSample(c.get('hub'), selection.sample);
  c.header('Content-Security-Policy', letterPolicy);
  c.header('X-Frame-Options', 'SAMEORIGIN');
  return c.html(html);
}
