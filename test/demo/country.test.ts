import { describe, expect, test } from 'vitest';
import { inventCountry } from '../../src/demo/country/country.ts';
import { listUnmailable } from '../../src/demo/country/mailable.ts';
import { tempers } from '../../src/demo/country/temper.ts';

const country = inventCountry();
const { organisations, contacts, subscribers } = country;
const ofKind = (kind: string) => organisations.filter((each) => each.kind === kind);
const emails = contacts.flatMap(({ addresses }) =>
  addresses.filter(({ channel }) => channel === 'email'),
);

describe('the demo’s country', () => {
  test('is the same at every start', () => {
    expect(inventCountry()).toEqual(country);
  });

  test('has the ministries with agencies under them, and 400 vital providers under their regulators', () => {
    const ministries = ofKind('central government').filter(({ parent }) => !parent);
    const agencies = ofKind('central government').filter(({ parent }) => parent);
    expect(ministries).toHaveLength(12);
    expect(new Set(agencies.map(({ parent }) => parent))).toEqual(
      new Set(ministries.map(({ name }) => name)),
    );
    expect(ofKind('vital provider')).toHaveLength(400);
    const regulators = new Set(ofKind('regulator').map(({ name }) => name));
    for (const { regulator } of ofKind('vital provider')) expect(regulators).toContain(regulator);
  });

  test('has two contacts for every vital provider, and for some a SOC that they share', () => {
    for (const { name } of ofKind('vital provider')) {
      const duties = contacts.flatMap((contact) =>
        contact.organisations.filter((duty) => duty.name === name),
      );
      expect(duties.map(({ role }) => role).toSorted()).toEqual(['CISO', 'SOC']);
    }
    expect(contacts.filter((contact) => contact.organisations.length > 1)).toHaveLength(6);
  });

  test('has hubs with the DTC among them, CSIRTs, partners and 2,000 subscribers in both languages', () => {
    expect(ofKind('information hub').map(({ name }) => name)).toContain('Digital Trust Center');
    expect(ofKind('csirt').length).toBeGreaterThan(5);
    expect(ofKind('partner').some(({ language }) => language === 'en')).toBe(true);
    expect(subscribers).toHaveLength(2000);
    expect(new Set(subscribers.map(({ language }) => language))).toEqual(new Set(['nl', 'en']));
    expect(subscribers.some(({ urgentOnly }) => urgentOnly)).toBe(true);
  });

  test('gives nobody an address or number that somebody else could have', () => {
    const targets = [...emails, ...subscribers].map(({ target }) => target);
    expect(targets.every((target) => /^[a-z0-9-]+@[a-z0-9-]+\.example$/.test(target))).toBe(true);
    expect(new Set(targets).size).toBe(targets.length);
    const phones = contacts.flatMap(({ addresses }) =>
      addresses.filter(({ channel }) => channel === 'phone').map(({ target }) => target),
    );
    expect(phones.every((phone) => phone.startsWith('+31 0 '))).toBe(true);
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length);
  });

  test('has mailboxes of every temper, and organisations that can only be phoned', () => {
    expect(new Set(emails.flatMap(({ temper = [] }) => temper))).toEqual(new Set(tempers));
    expect(listUnmailable(contacts)).toHaveLength(4);
    expect(contacts.filter(({ scanned }) => scanned).length).toBeGreaterThan(10);
  });
});
