import { type Letter, type SlotName, slot } from '../channel.ts';
import { boundary, commonHeaders, type Sender } from './header.ts';
import { encodeText } from './quoted-printable.ts';

/** Where a recipient's part goes, and in which of the two texts. */
export type Gap = { name: SlotName; html: boolean };

/** A letter ready for anyone: what is the same for all is encoded already. Every string is ASCII. */
export type Segments = {
  /** The headers that are everybody's. */
  headers: string;
  /** Those that everybody on the way may read, where the rest is encrypted: no title, risk or urgency. */
  cover: string;
  /** It leaves encrypted or not at all. */
  sealed: boolean;
  /** What stands before the first gap, between two, and after the last: one more than there are gaps. */
  fixed: string[];
  gaps: Gap[];
  public: boolean;
};

const names: SlotName[] = ['acknowledge', 'unsubscribe'];
const marks = new Map(names.map((name) => [slot(name), name]));
const anyMark = new RegExp(`(${[...marks.keys()].join('|')})`);

/** Builds the message once: multipart/alternative, quoted-printable, open where a recipient's part will stand. */
export function compose(sender: Sender, letter: Letter): Segments {
  const segments: Segments = {
    headers: commonHeaders(sender, letter),
    cover: commonHeaders(sender, { ...letter, subject: letter.cover, urgent: false }),
    sealed: letter.sealed,
    fixed: [''],
    gaps: [],
    public: letter.public,
  };
  const wayOut = letter.public ? sender.commonWayOut?.[letter.language] : undefined;
  // What may stand in everybody's mail is written there at once: it leaves no gap.
  const settled = (text: string) =>
    wayOut === undefined ? text : text.replaceAll(slot('unsubscribe'), wayOut);
  addPart(segments, { type: 'text/plain', content: settled(letter.text) });
  addPart(segments, { type: 'text/html', content: settled(letter.html) });
  extend(segments, `--${boundary}--\r\n`);
  return segments;
}

function addPart(segments: Segments, { type, content }: { type: string; content: string }): void {
  extend(
    segments,
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
  );
  for (const piece of content.split(anyMark)) {
    const name = marks.get(piece);
    if (!name) {
      extend(segments, encodeText(piece));
      continue;
    }
    segments.gaps.push({ name, html: type === 'text/html' });
    segments.fixed.push('');
  }
  extend(segments, '\r\n');
}

function extend({ fixed }: Segments, text: string): void {
  fixed[fixed.length - 1] += text;
}
