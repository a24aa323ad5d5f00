import type { CsafDocument } from './formats/csaf/document.ts';
import { unknownVendor } from './formats/csaf/identify.ts';
import { tlpOfDocument } from './formats/csaf/label.ts';
import { languageOf } from './formats/csaf/language-of.ts';
import type { Reading } from './formats/csaf/read-content.ts';
import { formatOrdinal } from './ordinal.ts';
import { formatRisk } from './risk.ts';
import type { Problem } from './rule/rule.ts';
import type { Version } from './version.ts';

type Imported = {
  document: CsafDocument;
  reading: Reading;
  version: Version;
  /** The version before, whose risk was taken over. */
  before: Version | null;
};

const advise = (path: string, nl: string, en: string): Problem => ({ path, message: { nl, en } });

/** What an author should look at after an import: everything that was assumed, left out or is still missing. */
export function adviseOnImport(imported: Imported): Problem[] {
  return [
    ...adviseOnRisk(imported),
    ...adviseOnLabel(imported),
    ...adviseOnLanguage(imported),
    ...adviseOnStatus(imported),
    ...adviseOnVendors(imported),
    ...imported.reading.cut,
  ];
}

function adviseOnRisk({ version, before }: Imported): Problem[] {
  const risk = formatRisk(version);
  if (before) {
    const shown = formatOrdinal(before.ordinal);
    return [
      advise(
        'likelihood',
        `Het risico ${risk} komt van versie ${shown}; beantwoord de risicomatrix opnieuw als er iets veranderde.`,
        `The risk ${risk} was taken over from version ${shown}: answer the risk matrix anew if anything changed.`,
      ),
    ];
  }
  return [
    advise(
      'matrix',
      `Het risico ${risk} is een aanname op grond van de scores in het document; beantwoord de risicomatrix.`,
      `The risk ${risk} is assumed from the scores in the document: answer the risk matrix.`,
    ),
  ];
}

function adviseOnLabel({ document, version }: Imported): Problem[] {
  if (!tlpOfDocument(document).isGuess) return [];
  return [
    advise(
      'tlp',
      `Het document noemt geen TLP-label; de versie kreeg ${version.tlp}. Kies het juiste.`,
      `The document names no TLP label; the version got ${version.tlp}. Choose the right one.`,
    ),
  ];
}

function adviseOnLanguage({ document, reading: { language } }: Imported): Problem[] {
  const other = language === 'nl' ? 'en' : 'nl';
  const named = { nl: { nl: 'Nederlandse', en: 'Engelse' }, en: { nl: 'Dutch', en: 'English' } };
  const missing = advise(
    `content.texts.${other}`,
    `De ${named.nl[other]} teksten ontbreken; schrijf die.`,
    `The ${named.en[other]} texts are missing: write them.`,
  );
  if (!languageOf(document).isGuess) return [missing];
  const said = document.document.lang;
  const guess = advise(
    `content.texts.${language}`,
    `Het document ${said ? `is in de taal "${said}"` : 'noemt geen taal'}; de teksten staan bij het Engels. Vertaal of verplaats ze zo nodig.`,
    `The document ${said ? `is in the language "${said}"` : 'names no language'}; its texts stand under English. Translate or move them if need be.`,
  );
  return [guess, missing];
}

function adviseOnStatus({ document }: Imported): Problem[] {
  const { status } = document.document.tracking;
  if (status === 'final') return [];
  return [
    advise(
      '/document/tracking/status',
      `Het document noemt zichzelf "${status}", en zo wordt het ook weer geschreven.`,
      `The document calls itself ${status}, and so it will be written again.`,
    ),
  ];
}

function adviseOnVendors({ version }: Imported): Problem[] {
  return version.content.products.flatMap(({ vendor, name }, index) => {
    if (vendor !== unknownVendor) return [];
    return [
      advise(
        `content.products.${index}.vendor`,
        `Het document noemt geen leverancier van ${name}; vul die in, anders vindt geen doelgroep op software dit product.`,
        `The document names no vendor of ${name}: fill it in, or no audience by software finds this product.`,
      ),
    ];
  });
}
