import type { DropReason } from './drop-reason.ts';
import type { InboundMail } from './mail.ts';

/** Headers that no person's mail program writes: answering machines, mailing lists, and what asks not to be answered. */
const marks = [
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-fc-machinegenerated',
  'x-loop',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'mailing-list',
  'x-failed-recipients',
  'feedback-id',
];
const programs = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|daemon|root)[@+]/;

/**
 * Why a machine wrote this, or null where nothing says so (RFC 3834 §2 and §5, and what answering machines do that are
 * older or care less). `sender` is that of the envelope, empty for mail that must not be answered.
 */
export function whyAutomatic(mail: InboundMail, sender: string): DropReason | null {
  const first = (name: string) => mail.headers.get(name)?.[0]?.trim().toLowerCase() ?? '';
  if (sender === '' || sender === '<>' || first('return-path') === '<>') return 'null sender';
  if (mail.report !== null || first('content-type').startsWith('multipart/report'))
    return 'a report';
  const submitted = first('auto-submitted').split(/[;(]/)[0]?.trim();
  if (submitted && submitted !== 'no') return 'auto-submitted';
  if (/^(bulk|junk|list|auto[_-]?reply)/.test(first('precedence'))) return 'precedence';
  if (marks.some((name) => mail.headers.has(name))) return 'marked as automatic';
  if (mail.from && programs.test(mail.from)) return 'from a program';
  return null;
}

/** What absence messages say of themselves in the languages of their writers, where no header does. */
const absence =
  /\b(out of (the )?office|automatic(ally generated)? reply|auto-?reply|auto-?response|on (annual |sick |parental )?leave|(on|am on) (holiday|vacation)|away from (my|the) (desk|office|mail)|afwezig(heid)?(smelding|sbericht)?|automatisch (antwoord|bericht)|niet (op kantoor|aanwezig|bereikbaar)|(op|met) (vakantie|verlof|zwangerschapsverlof)|buiten kantoor|abwesen(d|heit)|abwesenheitsnotiz|nicht im b(ü|ue)ro|absent(e)? du bureau|r(é|e)ponse automatique)\b/i;

/** Signs that are not proof: the answer is kept, and counts once the duty officer has asked who gave it. */
export function whySuspect(subject: string, text: string): string | null {
  if (absence.test(subject) || absence.test(text)) return 'it reads like an absence message';
  if (text === '') return 'it says nothing';
  return null;
}
