import type { Language } from '../../../src/advisory/language.ts';
import type { TaskKind } from '../../../src/task.ts';

const nl = {
  kinds: {
    'address stopped working': 'een adres werkt niet meer',
    'webhook disabled': 'een webhook is uitgezet',
    'not for us any more': 'wil dit niet meer ontvangen',
    'key expires': 'een sleutel verloopt',
  } satisfies Record<TaskKind, string>,
  todo: {
    'address stopped working':
      'De CSIRT moet deze organisatie kunnen bereiken. Bel haar, en laat een beheerder een ander adres geven of dit weer aanzetten.',
    'webhook disabled':
      'Er wordt niets meer heen gestuurd. Neem contact op met de partner, en zet de webhook weer aan als die antwoordt.',
    'not for us any more':
      'Niemand is afgemeld: de berichten blijven komen. Bel en vraag wie het dan moet krijgen, laat een beheerder de contactpersoon wijzigen, en sluit dan de taak.',
    'key expires': 'Vraag om een nieuwe sleutel voordat deze verloopt.',
  } satisfies Record<TaskKind, string>,
  task: 'Taak',
  organisations: 'Organisaties',
  contact: 'Contactpersoon',
  channel: 'Kanaal',
  detail: 'Waarom',
  opened: 'Sinds',
  closed: 'Gesloten',
  remark: 'Wat is er gedaan?',
  remarkHint: 'Voor wie later terugkijkt.',
  done: 'Wat er gedaan is',
  close: 'Taak sluiten',
  cannot: 'U kunt hier kijken; taken sluiten doet de dienst.',
  open: 'Afhandelen',
  nobody: 'de hub zelf',
};
const en: typeof nl = {
  kinds: {
    'address stopped working': 'an address stopped working',
    'webhook disabled': 'a webhook was disabled',
    'not for us any more': 'does not want this any more',
    'key expires': 'a key expires',
  },
  todo: {
    'address stopped working':
      'The CSIRT must be able to reach this organisation. Phone it, and have an administrator give another address or enable this one again.',
    'webhook disabled':
      'Nothing is sent there any more. Turn to the partner, and enable the webhook again once it answers.',
    'not for us any more':
      'Nobody was signed off: the messages keep coming. Phone and ask who should get them instead, have an administrator change the contact, and then close the task.',
    'key expires': 'Ask for a new key before this one ends.',
  },
  task: 'Task',
  organisations: 'Organisations',
  contact: 'Contact',
  channel: 'Channel',
  detail: 'Why',
  opened: 'Since',
  closed: 'Closed',
  remark: 'What was done?',
  remarkHint: 'For whoever looks back.',
  done: 'What was done',
  close: 'Close the task',
  cannot: 'You can look here; whoever is on duty closes tasks.',
  open: 'Settle',
  nobody: 'the hub itself',
};

/** What is said of the duty officer's tasks. */
export const taskWords: Record<Language, typeof nl> = { nl, en };
