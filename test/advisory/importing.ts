import { approve } from '../../src/advisory/approve.ts';
import { edit } from '../../src/advisory/edit.ts';
import type { CsafDocument } from '../../src/advisory/formats/csaf/document.ts';
import { readCsaf } from '../../src/advisory/formats/csaf/read-csaf.ts';
import { type Imported, importCsaf } from '../../src/advisory/import-csaf.ts';
import { publish } from '../../src/advisory/publish.ts';
import { submit } from '../../src/advisory/submit.ts';
import type { Version } from '../../src/advisory/version.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { mediumHigh } from './example.ts';
import { toBytes } from './formats/example-document.ts';
import { hirePeople, type People } from './people.ts';

/** A hub that is CSIRT Example, its people, and what they do with documents. */
export type Importing = {
  hub: TestHub;
  people: People;
  /** Anouk imports a document. */
  take: (document: unknown, at?: Hub) => Promise<Imported>;
  /** Anouk writes what is missing, Pieter approves, Dewi publishes. */
  bring: (version: Version) => Promise<Version>;
};

export async function openImporting(): Promise<Importing> {
  const hub = await openTestHub({ csafPublisherNamespace: 'https://www.csirt.example' });
  const people = await hirePeople(hub);
  return {
    hub,
    people,
    take: (document, at = hub) =>
      importCsaf(at, { document: toBytes(document), operatorId: people.anouk }),
    bring: (version) => bring(hub, people, version),
  };
}

async function bring(hub: Hub, people: People, version: Version): Promise<Version> {
  const { id: versionId, revision, content, ordinal } = version;
  const { en } = content.texts;
  const texts = {
    en: { ...en, summary: en.summary || '–', advice: en.advice || 'Wait.' },
    nl: { title: 'Titel', summary: 'Kort.', description: 'Lang.', advice: 'Werk bij.' },
  };
  await edit(hub, {
    versionId,
    revision,
    operatorId: people.anouk,
    content: { ...content, texts },
    likelihood: 'medium',
    impact: 'high',
    matrix: mediumHigh,
    change: ordinal === 0 ? 'first' : 'content',
  });
  await submit(hub, { versionId, operatorId: people.anouk });
  const { previewId } = await preview(hub, { versionId, operatorId: people.pieter });
  await approve(hub, { versionId, operatorId: people.pieter, previewId });
  return publish(hub, { versionId, operatorId: people.dewi });
}

let count = 0;

/** A tracking id that no other test of the file uses. */
export function newId(): string {
  count += 1;
  return `EX-2024-${String(count).padStart(4, '0')}`;
}

/** A document without what an export generates. */
export function asImported(document: CsafDocument): CsafDocument {
  const { generator, current_release_date, ...tracking } = document.document.tracking;
  return { ...document, document: { ...document.document, tracking } } as CsafDocument;
}

/** The document itself, if the schema and all mandatory tests take it. */
export async function valid(document: CsafDocument): Promise<CsafDocument> {
  return (await readCsaf(toBytes(document))).document;
}
