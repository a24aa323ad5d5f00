import type { Language } from '../../src/advisory/language.ts';
import { Layout } from '../layout.tsx';
import { inEach } from './address.ts';

type Statement = { title: string; sections: { heading: string; lines: string[] }[] };

const statements: Record<Language, Statement> = {
  nl: {
    title: 'Toegankelijkheid',
    sections: [
      {
        heading: 'Wat we willen bereiken',
        lines: [
          'Iedereen moet een beveiligingsadvies kunnen lezen. We richten ons op WCAG 2.2, niveau A en AA, zoals EN 301 549 vraagt.',
          'De site werkt zonder scripts, met alleen een toetsenbord, met een schermlezer, vanaf 320 pixels breed, op papier en in een donkere weergave. Kleur is nergens het enige teken.',
        ],
      },
      {
        heading: 'Wat is getest',
        lines: [
          'Bij elke wijziging van de software controleert het programma axe-core de lijst, een advies, een oudere versie, deze pagina en de foutpagina in een echte browser, in beide talen, op een breed en een smal scherm, licht en donker.',
          'Zulke controles vinden maar een deel van de problemen.',
        ],
      },
      {
        heading: 'Wat niet is getest',
        lines: [
          'Een onafhankelijk onderzoek volgens WCAG-EM is nog niet gedaan. Mensen die een schermlezer of andere hulpmiddelen gebruiken, hebben de site nog niet beproefd.',
          'Adviezen bevatten vaktaal, en verwijzen naar sites van anderen waarover wij niets kunnen beloven.',
        ],
      },
      {
        heading: 'Iets gevonden?',
        lines: [
          'Laat het de organisatie weten die deze site beheert. Dan zoeken we een oplossing, en sturen we u wat u nodig hebt op een andere manier.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'What we aim for',
        lines: [
          'Everybody must be able to read a security advisory. We aim for WCAG 2.2, levels A and AA, as EN 301 549 asks.',
          'The site works without scripts, with a keyboard alone, with a screen reader, from 320 pixels wide, on paper and in a dark display. Colour is nowhere the only sign.',
        ],
      },
      {
        heading: 'What was tested',
        lines: [
          'With every change of the software the program axe-core checks the list, an advisory, an older version, this page and the error page in a real browser, in both languages, on a wide and a narrow screen, light and dark.',
          'Checks of this kind find only part of the problems.',
        ],
      },
      {
        heading: 'What was not tested',
        lines: [
          'There has been no independent evaluation following WCAG-EM yet. People who use a screen reader or other aids have not tried the site yet.',
          'Advisories contain technical language, and point to sites of others about which we can promise nothing.',
        ],
      },
      {
        heading: 'Found something?',
        lines: [
          'Tell the organisation that runs this site. We will look for a solution, and send you what you need in another way.',
        ],
      },
    ],
  },
};

type Props = { language: Language; site: string; publisher: string };

/** The accessibility statement: what is aimed for, what was tested and what was not. */
export function AccessibilityPage({ language, site, publisher }: Props) {
  const { title, sections } = statements[language];
  return (
    <Layout
      language={language}
      title={title}
      site={site}
      publisher={publisher}
      paths={inEach((each) => `/${each}/accessibility`)}
    >
      <h1>{title}</h1>
      {sections.map(({ heading, lines }) => (
        <>
          <h2>{heading}</h2>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </>
      ))}
    </Layout>
  );
}
