import { beforeAll, describe, expect, test } from 'vitest';
import { addContact } from '../../../src/audience/contact.ts';
import { nothing, openOffice } from './office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
  office = await openOffice();
  await office.take(
    'organisations',
    [
      'name,kind',
      'Agentschap,central government',
      'Ministerie,central government',
      'Netbeheer,vital provider',
      'Toezicht,regulator',
    ].join('\n'),
  );
});

describe('contacts', () => {
  test('are found by name and organisation; a word as id ties the places of a new one', async () => {
    const csv = [
      'id,name,organisation,role,phone order,functional mailbox',
      ',Karim,Netbeheer,CISO,1,',
      ',SOC,Netbeheer,SOC,2,yes',
      ',SOC,Ministerie,SOC,,',
      'gedeeld,Meldkamer,Ministerie,duty desk,1,ja',
      'gedeeld,Meldkamer,Agentschap,duty desk,3,ja',
    ].join('\n');
    expect(await office.take('contacts', csv)).toEqual({ ...nothing, added: 5 });
    const places = await office.hub.sql`
      SELECT c.name, c.functional, array_agg(o.name || ' ' || co.phone_order ORDER BY o.name) AS at
      FROM contacts c JOIN contact_organisations co ON co.contact_id = c.id JOIN organisations o ON o.id = co.organisation_id
      GROUP BY c.id ORDER BY c.id`;
    expect(places).toEqual([
      { name: 'Karim', functional: false, at: ['Netbeheer 1'] },
      { name: 'SOC', functional: true, at: ['Netbeheer 2'] },
      { name: 'SOC', functional: false, at: ['Ministerie 1'] },
      { name: 'Meldkamer', functional: true, at: ['Agentschap 3', 'Ministerie 1'] },
    ]);
    expect(await office.preview('contacts', csv)).toMatchObject({
      counts: { ...nothing, unchanged: 5 },
    });
  });

  test('are renamed by id, get another place, and go with their last one', async () => {
    const [karim] = await office.hub.sql<
      [{ id: number }]
    >`SELECT id FROM contacts WHERE name = 'Karim'`;
    const csv = [
      'id,name,organisation,role,language,remove',
      `${karim.id},Karim B.,Netbeheer,CISO,en,`,
      `${karim.id},Karim B.,Toezicht,CTO,en,`,
      ',SOC,Ministerie,SOC,,yes',
    ].join('\n');
    const shown = await office.preview('contacts', csv);
    expect(shown.counts).toEqual({ ...nothing, added: 1, changed: 1, removed: 1 });
    expect(shown.examples[1]?.before).toEqual({ name: 'Karim', language: 'nl' });
    await office.take('contacts', csv);
    expect(
      await office.hub
        .sql`SELECT name, language, removed_at IS NULL AS here FROM contacts ORDER BY id`,
    ).toEqual([
      { name: 'Karim B.', language: 'en', here: true },
      { name: 'SOC', language: 'nl', here: true },
      { name: 'SOC', language: 'nl', here: false },
      { name: 'Meldkamer', language: 'nl', here: true },
    ]);
  });

  test('that cannot be told apart, or contradict each other, are bad rows', async () => {
    const [{ id: organisationId }] = await office.hub.sql<[{ id: number }]>`
      SELECT id FROM organisations WHERE name = 'Toezicht'`;
    for (const role of ['SOC', 'CISO'])
      await addContact(office.hub, {
        name: 'Jansen',
        organisations: [{ organisationId, role }],
        operatorId: office.operatorId,
      });
    const csv = [
      'id,name,organisation,role,language,phone order',
      ',Jansen,Toezicht,SOC,nl,1',
      '4711,Otto,Toezicht,SOC,nl,1',
      ',Otto,Nergens,SOC,nl,1',
      'a,Eline,Toezicht,SOC,nl,1',
      'a,Eline,Netbeheer,SOC,en,1',
      ',Otto,Netbeheer,SOC,nl,0',
      'a,Eline,Toezicht,SOC,nl,2',
    ].join('\n');
    expect(await office.badOf('contacts', csv)).toEqual([
      'line 2, id: There are 2 contacts of this name at this organisation: give its id.',
      'line 3, id: There is no contact with id 4711.',
      'line 4, organisation: There is no organisation called "Nergens": import the organisations first.',
      'line 6, name: Line 5 is of the same contact and has another name, functional mailbox or language.',
      'line 7, phone order: must be a whole number from 1 to 99 (it is "0")',
      'line 8, role: This contact has this role at this organisation in line 5 too.',
    ]);
  });
});

describe('addresses', () => {
  test('are added to the contact that is meant, and looked at as the form does', async () => {
    const csv = [
      'contact,organisation,channel,address,preference,verified,out of use',
      'Karim B.,Netbeheer,email,karim@netbeheer.example,0,yes,',
      'Karim B.,Netbeheer,phone,+31 70 123 45 67,1,,',
      'SOC,Netbeheer,webhook,https://soc.netbeheer.example/hook,0,no,weigert',
    ].join('\n');
    expect(await office.take('addresses', csv)).toEqual({ ...nothing, added: 3 });
    expect(
      await office.hub
        .sql`SELECT channel, target, lane, verified_at IS NOT NULL AS verified, disabled_reason FROM addresses ORDER BY id`,
    ).toEqual([
      {
        channel: 'email',
        target: 'karim@netbeheer.example',
        lane: 'email',
        verified: true,
        disabledReason: null,
      },
      {
        channel: 'phone',
        target: '+31 70 123 45 67',
        lane: 'phone',
        verified: false,
        disabledReason: null,
      },
      {
        channel: 'webhook',
        target: 'https://soc.netbeheer.example/hook',
        lane: 'webhook:soc.netbeheer.example',
        verified: false,
        disabledReason: 'weigert',
      },
    ]);
  });

  test('of Telegram are the number of a chat', async () => {
    const csv = 'contact,organisation,channel,address\nSOC,Netbeheer,telegram,@soc_netbeheer';
    const [bad, ...others] = await office.badOf('addresses', csv);
    expect(bad).toMatch(/^line 2, address: /);
    expect(others).toEqual([]);
  });

  test('change their preference, come back into use by an empty cell alone, and go out of use', async () => {
    const rows = [
      'Karim B.,Netbeheer,email,karim@netbeheer.example,2,',
      'SOC,Netbeheer,webhook,https://soc.netbeheer.example/hook,,',
      'Karim B.,Netbeheer,phone,+31 70 123 45 67,1,yes',
    ];
    const without = ['contact,organisation,channel,address,preference,remove', ...rows].join('\n');
    expect(await office.take('addresses', without)).toEqual({
      ...nothing,
      changed: 1,
      removed: 1,
      unchanged: 1,
    });
    const hook =
      'contact,organisation,channel,address,out of use\nSOC,Netbeheer,webhook,https://soc.netbeheer.example/hook,\n';
    expect(await office.take('addresses', hook)).toEqual({ ...nothing, changed: 1 });
    expect(
      await office.hub.sql`SELECT preference, disabled_reason FROM addresses ORDER BY id`,
    ).toEqual([
      { preference: 2, disabledReason: null },
      { preference: 1, disabledReason: 'removed by an import' },
      { preference: 0, disabledReason: null },
    ]);
  });

  test('of nobody, of two, or somewhere else are bad rows', async () => {
    const [{ id, contactId }] = await office.hub.sql<[{ id: number; contactId: number }]>`
      SELECT id, contact_id FROM addresses ORDER BY id LIMIT 1`;
    const csv = [
      'id,contact id,contact,organisation,channel,address',
      ',,Niemand,Netbeheer,email,x@y.example',
      ',,,,email,x@y.example',
      ',,Jansen,Toezicht,email,x@y.example',
      ',,Karim B.,Netbeheer,email,not an address',
      `${id},,,,email,elsewhere@netbeheer.example`,
      `,${contactId},Pieter,Ministerie,email,new@netbeheer.example`,
      `,${contactId},,,email,twice@netbeheer.example`,
      `,,Karim B.,Netbeheer,email,twice@netbeheer.example`,
    ].join('\n');
    expect(await office.badOf('addresses', csv)).toEqual([
      'line 2, contact: There is no contact called "Niemand" at this organisation: import the contacts first.',
      'line 3, contact: Whose address is this? Give a contact id, or a contact and its organisation.',
      'line 4, contact id: There are 2 contacts of this name at this organisation: give its contact id.',
      'line 5, address: This is not an e-mail address.',
      'line 6, address: Where an address leads never changes: remove this one, and add another without an id.',
      `line 7, contact: Contact ${contactId} is called "Karim B.".`,
      `line 7, organisation: Contact ${contactId} does not serve this organisation.`,
      'line 9, address: This contact has this address in line 8 too.',
    ]);
  });
});

describe('software use', () => {
  test('is stated, corrected and ended', async () => {
    const head = 'organisation,vendor,product,version,CPE,remove\n';
    expect(
      await office.take(
        'software-uses',
        `${head}Netbeheer,Citrix,ADC,12.1,,\nNetbeheer,Citrix,ADC,13.0,,\nToezicht,Citrix,ADC,,,\n`,
      ),
    ).toEqual({ ...nothing, added: 3 });
    expect(
      await office.take(
        'software-uses',
        `${head}Netbeheer,Citrix,ADC,12.1,cpe:2.3:a:citrix:adc:12.1:*:*:*:*:*:*:*,\nToezicht,Citrix,ADC,,,yes\n`,
      ),
    ).toEqual({ ...nothing, changed: 1, removed: 1 });
    expect(
      await office.hub
        .sql`SELECT version, cpe IS NOT NULL AS cpe, ended_at IS NOT NULL AS ended FROM software_uses ORDER BY id`,
    ).toEqual([
      { version: '12.1', cpe: true, ended: false },
      { version: '13.0', cpe: false, ended: false },
      { version: null, cpe: false, ended: true },
    ]);
    expect(
      await office.badOf(
        'software-uses',
        'organisation,vendor,product\nNetbeheer,Citrix,ADC\nNetbeheer,Citrix,ADC\n',
      ),
    ).toEqual([
      'line 2, product: This organisation runs 2 versions of it: add a column version, or give the id.',
      'line 3, product: This organisation runs 2 versions of it: add a column version, or give the id.',
      'line 3, product: This statement stands in line 2 too.',
    ]);
  });
});
