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
  // A header that stands twice is a machine's work: whichever says so is believed.
  const all = (name: string) => (mail.headers.get(name) ?? []).map(wordOf);
  if (sender === '' || sender === '<>' || all('return-path').includes('<>')) return 'null sender';
  if (mail.report !== null || all('content-type').includes('multipart/report')) return 'a report';
  if (all('auto-submitted').some((word) => word !== 'no')) return 'auto-submitted';
  if (all('precedence').some((word) => /^(bulk|junk|list|auto[_-]?reply)/.test(word)))
    return 'precedence';
  if (marks.some((name) => mail.headers.has(name))) return 'marked as automatic';
  if (mail.from && programs.test(mail.from)) return 'from a program';
  return null;
}

/** What a header says before its parameters, without the comments that may stand anywhere (RFC 5322 §3.2.2). */
function wordOf(value: string): string {
  let [word, depth] = ['', 0];
  for (const character of value.toLowerCase()) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && character === ';') break;
    else if (depth === 0) word += character;
  }
  return word.trim();
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
