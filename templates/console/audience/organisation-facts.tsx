import { kindWords } from '../../kind-words.ts';
import type { OrganisationPageProps, Related } from './organisation-page.tsx';
import { audienceWords, languageWords } from './words.ts';

const words = {
  nl: { children: 'Onderdelen', regulated: 'Houdt toezicht op' },
  en: { children: 'Parts', regulated: 'Supervises' },
};

/** What is known of an organisation itself, and of the ones around it. */
export function OrganisationFacts({ frame: { language }, whole }: OrganisationPageProps) {
  const { organisation, parent, regulator, children, regulated } = whole;
  const [w, a] = [words[language], audienceWords[language]];
  return (
    <dl class="facts">
      <dt>{a.kind}</dt>
      <dd>{kindWords[language][organisation.kind]}</dd>
      <dt>{a.sector}</dt>
      <dd>{organisation.sector ?? '–'}</dd>
      {parent && <dt>{a.parent}</dt>}
      {parent && (
        <dd>
          <Links all={[parent]} />
        </dd>
      )}
      {regulator && <dt>{a.regulator}</dt>}
      {regulator && (
        <dd>
          <Links all={[regulator]} />
        </dd>
      )}
      <dt>{a.language}</dt>
      <dd>{languageWords[language][organisation.language]}</dd>
      <dt>{a.ceiling}</dt>
      <dd>TLP:{organisation.tlpCeiling}</dd>
      {organisation.ownUseSince && <dt>{a.ownUse}</dt>}
      {organisation.ownUseSince && <dd>{organisation.ownUseSince}</dd>}
      {children.length > 0 && <dt>{w.children}</dt>}
      {children.length > 0 && (
        <dd>
          <Links all={children} />
        </dd>
      )}
      {regulated.length > 0 && <dt>{w.regulated}</dt>}
      {regulated.length > 0 && (
        <dd>
          <Links all={regulated} />
        </dd>
      )}
    </dl>
  );
}

const most = 20;

function Links({ all }: { all: readonly Related[] }) {
  return (
    <>
      {all.slice(0, most).map(({ id, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/console/organisations/${id}`}>{name}</a>
        </>
      ))}
      {all.length > most && ', …'}
    </>
  );
}
