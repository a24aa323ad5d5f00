/** A vital sector: how many of the country's providers are in it and what they are called. */
export type Sector = { name: string; providers: number; called: readonly string[] };

/** The Dutch vital sectors, with 400 providers in all. */
export const sectors: readonly Sector[] = [
  { name: 'energie', providers: 78, called: ['Stroomnet', 'Gasnet', 'Centrale', 'Olieopslag'] },
  { name: 'telecom en ICT', providers: 60, called: ['Telecom', 'Datahuis', 'Internetknoop'] },
  { name: 'drinkwater', providers: 40, called: ['Drinkwater', 'Waterleiding'] },
  { name: 'keren en beheren van water', providers: 40, called: ['Waterschap', 'Stuwbeheer'] },
  { name: 'transport', providers: 56, called: ['Luchthaven', 'Havenbedrijf', 'Spoorbeheer'] },
  { name: 'financieel', providers: 56, called: ['Bank', 'Betaalhuis', 'Beurs'] },
  { name: 'chemie', providers: 36, called: ['Chemie', 'Tankpark'] },
  { name: 'nucleair', providers: 6, called: ['Reactor', 'Verrijking'] },
  { name: 'openbare orde en veiligheid', providers: 28, called: ['Meldkamer', 'Noodnet'] },
];
