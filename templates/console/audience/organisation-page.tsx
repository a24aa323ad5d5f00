import type { Told } from '../../../src/acknowledgement/list-told.ts';
import type { ListedAddress } from '../../../src/audience/list-addresses.ts';
import type { ListedContact } from '../../../src/audience/list-contacts.ts';
import type { Organisation } from '../../../src/audience/organisation.ts';
import type { StatedUse } from '../../../src/audience/software-use.ts';
import { overseers } from '../../../src/fanout/webhook/overseers.ts';
import type { Filled } from '../filled.ts';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { partnerWords } from '../partner/words.ts';
import { ContactsSection } from './contacts-section.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { PostButton } from './post-button.tsx';
import { SoftwareSection } from './software-section.tsx';
import { ToldSection } from './told-section.tsx';
import { audienceWords } from './words.ts';

export type Related = { id: number; name: string };
/** An organisation with everything about it. */
export type Whole = {
  organisation: Organisation;
  parent: Related | null;
  regulator: Related | null;
  children: readonly Related[];
  regulated: readonly Related[];
  contacts: readonly ListedContact[];
  addresses: readonly ListedAddress[];
  uses: readonly StatedUse[];
  told: readonly Told[];
};
export type OrganisationPageProps = { frame: Frame; whole: Whole; filled: Filled };

/** One organisation: who is there, how they are reached, what it runs, what it was told and answered. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { frame, whole } = props;
  const { organisation } = whole;
  const a = audienceWords[frame.language];
  const at = `/console/organisations/${organisation.id}`;
  const may = frame.caller.roles.includes('administrator');
  return (
    <ConsoleFrame {...frame} title={organisation.name} here="organisations">
      <p>
        <a href="/console/organisations">
          {a.back} {a.organisations.toLowerCase()}
        </a>
      </p>
      <h1>{organisation.name}</h1>
      {organisation.removedAt && <p class="banner">{a.removedNote}</p>}
      <OrganisationFacts {...props} />
      {may && organisation.removedAt === null && (
        <p class="actions">
          <a class="button second" href={`${at}/change`}>
            {a.change}
          </a>
          <a class="button second" href={`${at}/remove`}>
            {a.remove}
          </a>
        </p>
      )}
      {may && organisation.removedAt !== null && (
        <PostButton action={`${at}/restore`} style="second">
          {a.restore}
        </PostButton>
      )}
      {overseers.some((role) => frame.caller.roles.includes(role)) && (
        <p>
          <a href={`${at}/partner`}>{partnerWords[frame.language].titleOf(organisation.name)}</a>
        </p>
      )}
      <ContactsSection {...props} />
      <SoftwareSection {...props} />
      <ToldSection {...props} />
      {!may && <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}
