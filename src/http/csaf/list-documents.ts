import type { Content } from '../../advisory/content.ts';
import { fileName } from '../../advisory/formats/csaf/canonical-url.ts';
import type { Tracking } from '../../advisory/formats/csaf/document.ts';
import { writeTracking } from '../../advisory/formats/csaf/write-tracking.ts';
import type { Language } from '../../advisory/language.ts';
import { isWithin } from '../../advisory/tlp.ts';
import type { Version } from '../../advisory/version.ts';
import type { Sql } from '../../database/connect.ts';
import type { Circle } from './circle.ts';

/** A document as the lists name it. */
export type Listed = {
  versionId: number;
  trackingId: string;
  /** Below its circle: `2020/ncsc-2020-0001.json`. */
  path: string;
  title: string;
  summary: string;
  vendors: string[];
  /** As the document itself says them. */
  initialRelease: string;
  currentRelease: string;
};

type Row = Omit<Version, 'content' | 'matrix'> & {
  texts: Content['texts'] | null;
  vendors: string[] | null;
  language: string | null;
  tracking: Tracking | null;
};

/**
 * The documents of one circle, the latest change first: of each advisory the newest version that its readers may see,
 * where that is of this very label. One that went on under a wider label stands there, and nowhere twice.
 */
export async function listDocuments(sql: Sql, circle: Circle, file?: string): Promise<Listed[]> {
  const byAdvisory = Map.groupBy(await readRows(sql, file), ({ advisoryId }) => advisoryId);
  const listed = [...byAdvisory.values()].flatMap((rows) => {
    const newest = rows.findLast(({ tlp }) => isWithin(tlp, circle));
    if (newest?.tlp !== circle) return [];
    return [list(rows.slice(0, rows.indexOf(newest) + 1), newest)];
  });
  const changed = ({ currentRelease }: Listed) => Date.parse(currentRelease);
  return listed.toSorted((a, b) => changed(b) - changed(a) || (a.path < b.path ? -1 : 1));
}

/** All published versions, for the history counts those that nobody here may see; what those say is not read. */
function readRows(sql: Sql, file: string | undefined): Promise<Row[]> {
  const only = file
    ? sql`AND lower(regexp_replace(a.tracking_id, '[^-+a-zA-Z0-9]+', '_', 'g')) || '.json' = ${file}`
    : sql``;
  return sql<Row[]>`
    SELECT v.id, v.advisory_id, a.tracking_id, v.ordinal, v.imported_version, v.state, v.change,
           v.corrects_version_id, v.tlp, v.likelihood, v.impact, v.created_at, v.published_at,
           w.withdrawn_at,
           CASE WHEN v.tlp <= 'AMBER' THEN v.content -> 'texts' END AS texts,
           CASE WHEN v.tlp <= 'AMBER' THEN
             (SELECT array_agg(DISTINCT p ->> 'vendor') FROM jsonb_array_elements(v.content -> 'products') p)
           END AS vendors,
           d.document -> 'document' ->> 'lang' AS language,
           CASE WHEN v.imported_version IS NOT NULL THEN d.tracking END AS tracking
    FROM versions v
    JOIN advisories a ON a.id = v.advisory_id
    LEFT JOIN withdrawals w ON w.version_id = v.id
    LEFT JOIN imported_documents d ON d.version_id = v.id
    WHERE v.state = 'published' ${only}
    ORDER BY v.advisory_id, v.ordinal`;
}

function list(rows: Row[], newest: Row): Listed {
  const { id: versionId, trackingId, texts, vendors } = newest;
  const language = languageOf(rows, newest);
  const issues = rows.map(({ tracking, ...version }) => ({
    version: version as unknown as Version,
    tracking,
  }));
  const tracking = writeTracking(issues, language);
  const { initial_release_date: initialRelease, current_release_date: currentRelease } = tracking;
  return {
    versionId,
    trackingId,
    path: `${initialRelease.slice(0, 4)}/${fileName(trackingId)}`,
    title: texts?.[language].title || trackingId,
    summary: texts?.[language].summary ?? '',
    vendors: vendors ?? [],
    initialRelease,
    currentRelease,
  };
}

/** Of the newest document behind it that its readers may see, as the export takes it; else English. */
function languageOf(rows: Row[], { tlp }: Row): Language {
  const base = rows.findLast(({ language, tracking }) => language !== null || tracking !== null);
  return base && isWithin(base.tlp, tlp) && /^nl\b/i.test(base.language ?? '') ? 'nl' : 'en';
}
