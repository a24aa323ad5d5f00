import type { CsafDocument } from './document.ts';
import { labelOf } from './label.ts';

/** CSAF 2.0 §5.1: the name of a document's file. */
export function fileName(trackingId: string): string {
  return `${trackingId.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`;
}

/** Where the hub serves a document: by label, year of its first release and name (CSAF 2.0 §7.1.11, §7.1.12). */
export function canonicalUrl({ document }: CsafDocument, publicUrl: string): string {
  const label = (document.distribution?.tlp?.label ?? labelOf.CLEAR).toLowerCase();
  const year = document.tracking.initial_release_date.slice(0, 4);
  return `${publicUrl}/csaf/${label}/${year}/${fileName(document.tracking.id)}`;
}
