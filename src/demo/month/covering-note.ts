import { prose } from '../prose.ts';

/** 17 January: government is urged. */
export const urgentAdvice = {
  nl: prose`
    Dringend advies aan de rijksoverheid: schakel uw Citrix-systemen uit tot er een sluitende oplossing is. De
    minister van Justitie en Veiligheid en de minister van Binnenlandse Zaken en Koninkrijksrelaties hebben met dit
    advies ingestemd. U ontvangt ook een verzoek van CIO Rijk om de uitkomst te melden.`,
  en: prose`
    Urgent advice to central government: switch off your Citrix systems until there is a conclusive fix. The Minister
    of Justice and Security and the Minister of the Interior and Kingdom Relations have agreed to this advice. You
    will also receive a request from the government CIO to report the outcome.`,
};

/** 17 January: vital providers are advised. */
export const advice = {
  nl: prose`
    Advies aan vitale aanbieders: schakel uw Citrix-systemen uit tot er een sluitende oplossing is, en weeg daarbij
    het belang van de continuïteit van uw primaire processen af tegen de gevolgen van misbruik. De beslissing is aan
    uw organisatie. Wij denken graag mee: kies "Bel ons" op de antwoordpagina.`,
  en: prose`
    Advice to vital providers: switch off your Citrix systems until there is a conclusive fix, weighing the continuity
    of your primary processes against the consequences of exploitation. The decision is your organisation's. We are
    glad to think along: choose "Call us" on the answer page.`,
};

/** 24 December: who said that it runs the software is alerted one by one. */
export const targetedAlert = {
  nl: prose`
    U hebt ons laten weten dat u Citrix ADC of Citrix Gateway gebruikt. Daarom benaderen wij u persoonlijk: het risico
    is verhoogd naar het hoogste niveau. Laat ons weten dat dit bericht u heeft bereikt.`,
  en: prose`
    You told us that you use Citrix ADC or Citrix Gateway. That is why we approach you personally: the risk has been
    raised to the highest level. Please let us know that this message has reached you.`,
};

/** 10 January: the government CIO asks the ministries to report back. */
export const reportBack = {
  nl: prose`
    CIO Rijk vraagt u, op verzoek van ons, of uw ministerie de tussentijdse maatregelen van Citrix heeft uitgevoerd,
    en dringt erop aan dat dit zo snel mogelijk gebeurt. Meld de stand van zaken op de antwoordpagina; u kunt uw
    antwoord later herzien.`,
  en: prose`
    The government CIO asks you, at our request, whether your ministry has applied Citrix's interim measures, and
    urges that this be done as soon as possible. Report how things stand on the answer page; you can revise your
    answer later.`,
};

/** 13 January: the target organisations are informed again. */
export const again = {
  nl: prose`
    Nog altijd zijn veel Citrix-systemen in Nederland kwetsbaar. Wij sturen u dit advies daarom opnieuw. Hebt u de
    maatregelen uitgevoerd en dat gemeld, dan hoeft u niets te doen.`,
  en: prose`
    Many Citrix systems in the Netherlands are still vulnerable. That is why we send you this advisory again. If you
    have applied the measures and told us so, you need not do anything.`,
};

/** 13 January: the regulators are informed. */
export const forRegulators = {
  nl: prose`
    Wij informeren u als sectorale toezichthouder. De vitale aanbieders in uw sector hebben dit advies en de eerdere
    versies rechtstreeks van ons ontvangen.`,
  en: prose`
    We inform you as a sectoral regulator. The vital providers in your sector have received this advisory and its
    earlier versions from us directly.`,
};

/** 17 January: partners are asked to pass it on. */
export const forPartners = {
  nl: prose`Wij vragen u dit advies onder uw achterban te verspreiden.`,
  en: prose`We ask you to spread this advisory among those whom you serve.`,
};

/** 17 January: the government CIO asks to comply or explain. */
export const complyOrExplain = {
  nl: prose`
    CIO Rijk vraagt u uw Citrix-systemen uit te schakelen, tenzij aan drie voorwaarden tegelijk wordt voldaan. Meld de
    uitkomst van uw afweging: systemen uit, of aan met een onderbouwing bij elk van de drie voorwaarden.`,
  en: prose`
    The government CIO asks you to switch off your Citrix systems, unless three conditions hold together. Report the
    outcome of your decision: systems off, or on with an argument for each of the three conditions.`,
};
