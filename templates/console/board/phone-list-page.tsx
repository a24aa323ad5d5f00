import type { PhoneEntry } from '../../../src/acknowledgement/phone-list.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { PhoneList } from './phone-list.tsx';
import { words } from './words.ts';

type PhoneListPageProps = {
  frame: Frame;
  trackingId: string;
  /** Those of this page, and how many there are. */
  entries: PhoneEntry[];
  total: number;
  /** From 1; `next` is null on the last. */
  page: number;
  next: string | null;
};

/** The whole phone list, to work through. */
export function PhoneListPage(props: PhoneListPageProps) {
  const { frame, trackingId, entries, total, page, next } = props;
  const { language } = frame;
  const w = words[language];
  const path = `/console/advisories/${trackingId}`;
  return (
    <ConsoleFrame {...frame} title={`${w.phoneList} ${trackingId}`} here="advisories">
      <h1>
        {w.phoneList} {trackingId}
      </h1>
      <p>
        <a href={`${path}/board`}>{w.board}</a>
      </p>
      <PhoneList entries={entries} total={total} trackingId={trackingId} language={language} />
      <p class="actions">
        {page > 1 && <a href={`${path}/phone-list?page=${page - 1}`}>{w.previous}</a>}
        {next && <a href={next}>{w.next}</a>}
      </p>
    </ConsoleFrame>
  );
}
