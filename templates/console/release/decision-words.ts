import type { Language } from '../../../src/advisory/language.ts';

const nl = {
  approve: 'Goedkeuren',
  approveWithdrawal: 'Intrekking goedkeuren',
  publishAt: 'Publiceren op',
  publishAtHint: 'Nederlandse tijd. Leeg: iemand van de dienst publiceert met de hand.',
  consents: 'Instemming van buiten',
  consentsHint:
    'Bijvoorbeeld van een minister of de CIO Rijk. Vul een rij helemaal in, of laat haar leeg.',
  consent: (n: number) => `Instemming ${n}`,
  office: 'Functie of dienst',
  saidBy: 'Wie het zei',
  givenAt: 'Wanneer',
  means: 'Hoe (telefoon, vergadering, brief …)',
  glass: 'Noodgeval: goedkeuren zonder tweede paar ogen',
  glassHint:
    'Alleen als niemand anders kan goedkeuren. Noem hieronder waarom, en hierboven wie instemde. Dit staat voor iedereen boven in de console.',
  glassReason: 'Waarom er geen tweede paar ogen is',
  glassOnly:
    'U kunt dit niet als tweede paar ogen goedkeuren: alleen een andere goedkeurder kan dat. In nood kunt u het glas breken.',
  sendBack: 'Terugsturen',
  remark: 'Opmerking voor de auteur',
  publish: 'Publiceren',
  toPublish: 'Verder naar publiceren',
  waitsFor: 'Wordt vanzelf gepubliceerd op',
  approvedBy: 'Goedgekeurd door',
  byGlass: 'zonder tweede paar ogen',
  consentOf: 'Instemming van',
  draft: 'Dit is nog een concept: bied het eerst ter beoordeling aan.',
  published: 'Deze versie is gepubliceerd.',
  progress: 'Volg de verspreiding',
  cannot: 'U kunt hier kijken; beslissen doet een goedkeurder of iemand van de dienst.',
};
const en: typeof nl = {
  approve: 'Approve',
  approveWithdrawal: 'Approve the withdrawal',
  publishAt: 'Publish at',
  publishAtHint: 'Dutch time. Empty: someone on duty publishes by hand.',
  consents: 'Consent from outside',
  consentsHint:
    'Of a minister or the government CIO, for one. Fill in the whole of a row, or leave it empty.',
  consent: (n: number) => `Consent ${n}`,
  office: 'Office',
  saidBy: 'Who said so',
  givenAt: 'When',
  means: 'How (telephone, meeting, letter …)',
  glass: 'Emergency: approve without a second pair of eyes',
  glassHint:
    'Only when nobody else can approve. Say why below, and above who consented. It stands at the top of everyone’s console.',
  glassReason: 'Why there is no second pair of eyes',
  glassOnly:
    'You cannot approve this as the second pair of eyes: another approver has to. In an emergency you can break the glass.',
  sendBack: 'Send back',
  remark: 'Remark for the author',
  publish: 'Publish',
  toPublish: 'Go on to publishing',
  waitsFor: 'Will be published by itself at',
  approvedBy: 'Approved by',
  byGlass: 'without a second pair of eyes',
  consentOf: 'Consent of',
  draft: 'This is still a draft: submit it for review first.',
  published: 'This version is published.',
  progress: 'Watch the fan-out',
  cannot: 'You can look here; an approver or someone on duty decides.',
};
export const words: Record<Language, typeof nl> = { nl, en };
