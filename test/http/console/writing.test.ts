import { beforeAll, describe, expect, test } from 'vitest';
import { findAdvisory } from '../../../src/advisory/advisory.ts';
import { draft } from '../../../src/advisory/draft.ts';
import { edit } from '../../../src/advisory/edit.ts';
import { sendBack } from '../../../src/advisory/send-back.ts';
import { findVersion } from '../../../src/advisory/version.ts';
import type { Hub } from '../../../src/hub.ts';
import { exampleContent, highHigh, mediumHigh } from '../../advisory/example.ts';
import { exampleDraft, toPublication, toReview } from '../../advisory/journey.ts';
import type { People } from '../../advisory/people.ts';
import { openConsole, type Visitor } from './enter.ts';

let hub: Hub;
let people: People;
let anouk: Visitor;

beforeAll(async () => {
  const { enter, ...open } = await openConsole();
  ({ hub, people } = open);
  anouk = await enter(people.anouk);
});

/** What Anouk fills in: everything of the example, as fields. */
function everything(): Record<string, string> {
  const { texts, references, cvss } = exampleContent();
  const fields: Record<string, string> = { tlp: 'CLEAR', do: 'save' };
  for (const language of ['nl', 'en'] as const)
    for (const [name, text] of Object.entries(texts[language]))
      fields[`content.texts.${language}.${name}`] = text;
  for (const [part, answers] of Object.entries(mediumHigh))
    for (const [key, answer] of Object.entries(answers)) fields[`matrix.${part}.${key}`] = answer;
  return {
    ...fields,
    'content.products.0.vendor': 'Citrix',
    'content.products.0.name': 'Gateway',
    'content.products.0.versions.0.version': '13.0',
    'content.products.0.versions.0.status': 'affected',
    'content.cves': 'CVE-2019-19781\r\n\r\nCVE-2020-0001',
    'content.cwes': 'CWE-22',
    'content.cvss.0.cve': cvss[0]?.cve ?? '',
    'content.cvss.0.vector': cvss[0]?.vector ?? '',
    'content.references.0.url': references[0]?.url ?? '',
    'content.references.0.title': references[0]?.title ?? '',
  };
}

describe('Anouk writes a version', () => {
  test('all of it is stored as she typed it; the levels are what the matrix comes to', async () => {
    const page = await anouk.open('/console/advisories/new');
    const saved = await anouk.send(page, 'edit', { ...everything(), trackingId: 'NCSC-2020-0001' });
    expect(saved.path).toMatch(/^\/console\/versions\/\d+\/edit\?done=created$/);
    expect(saved.html).toContain('role="status"');
    const { versions } = await findAdvisory(hub.sql, 'NCSC-2020-0001');
    const expected = exampleContent();
    expect(versions[0]).toMatchObject({
      state: 'draft',
      likelihood: 'medium',
      impact: 'high',
      matrix: mediumHigh,
      change: 'first',
    });
    expect(versions[0]?.content).toEqual({
      ...expected,
      products: [
        { vendor: 'Citrix', name: 'Gateway', versions: [{ version: '13.0', status: 'affected' }] },
      ],
      cves: ['CVE-2019-19781', 'CVE-2020-0001'],
    });
    // Saved again without a change it stays the same.
    const again = await anouk.send(saved, 'edit', {
      do: 'save',
      'content.products.0.versions.0.status': 'affected',
    });
    expect(again.path).toContain('done=saved');
    const { versions: after } = await findAdvisory(hub.sql, 'NCSC-2020-0001');
    expect(after[0]?.content).toEqual(versions[0]?.content);
    expect(after[0]?.revision).toBe(2);
  });

  test('a row is added and taken out without a script, and nothing else is lost or stored', async () => {
    const page = await anouk.open('/console/advisories/new');
    const typed = { ...everything(), 'content.texts.nl.title': 'Half & "getypt"' };
    const more = await anouk.send(page, 'edit', { ...typed, do: 'add content.products' });
    expect(more.status).toBe(200);
    expect(more.html).toContain('value="Half &amp; &quot;getypt&quot;"');
    expect(more.html).toMatch(/name="content\.products\.1\.vendor"[^>]*autofocus/);
    const fewer = await anouk.send(more, 'edit', { do: 'remove content.products.0' });
    expect(fewer.html).not.toContain('content.products.1.');
    expect(fewer.html).toContain('value="Half &amp; &quot;getypt&quot;"');
    const computed = await anouk.send(fewer, 'edit', { do: 'compute' });
    expect(computed.html).toContain('The matrix comes to M/H (likelihood: 19 points).');
    const cleared = await anouk.send(computed, 'edit', { do: 'clear matrix' });
    expect(cleared.html).toContain('15 questions are open.');
  });

  test('everything that is wrong stands at its field with what she typed', async () => {
    const page = await anouk.open('/console/advisories/new');
    const { status, html } = await anouk.send(page, 'edit', {
      ...everything(),
      tlp: 'PURPLE',
      trackingId: 'x y',
      'content.products.0.vendor': '',
      'content.references.0.url': 'javascript:alert(1)',
      'matrix.likelihood.access': '',
    });
    expect(status).toBe(400);
    const wrong = [...html.matchAll(/<a href="#edit-([^"]+)"/g)].map(([, id]) => id);
    expect(wrong).toEqual([
      'trackingId',
      'content-products-0-vendor',
      'content-references-0-url',
      'matrix-likelihood-access',
      'tlp',
    ]);
    for (const id of wrong) {
      expect(html).toContain(`id="edit-${id}"`);
      expect(html).toContain(`id="edit-${id}-error"`);
    }
    expect(html).toMatch(/aria-describedby="edit-content-references-0-url-error"[^>]*aria-invalid/);
    expect(html).toContain('value="javascript:alert(1)"');
  });

  test('a risk other than the matrix comes to needs its reason', async () => {
    const page = await anouk.open('/console/advisories/new');
    const typed = { ...everything(), likelihood: 'high' };
    const refused = await anouk.send(page, 'edit', typed);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('id="edit-deviation-error"');
    const deviation = 'Er wordt al op grote schaal gezocht.';
    const saved = await anouk.send(page, 'edit', { ...typed, deviation });
    expect(saved.html).toContain(deviation);
    expect(saved.html).toMatch(/<option value="high" selected[^>]*>/);
  });
});

describe('two people edit one draft', () => {
  test('whoever saves second sees both texts, loses nothing and can go on', async () => {
    const { id: versionId } = await draft(hub, exampleDraft(people));
    const page = await anouk.open(`/console/versions/${versionId}/edit`);
    const content = exampleContent();
    content.texts.en.title = 'Karim was here';
    await edit(hub, { versionId, revision: 1, content, operatorId: people.anouk });
    const mine = { do: 'save', 'content.texts.en.title': 'Anouk was here' };
    const clash = await anouk.send(page, 'edit', mine);
    expect(clash.status).toBe(409);
    const row = clash.html.slice(clash.html.indexOf('id="clashes"'));
    expect(row).toMatch(/content\.texts\.en\.title.*Anouk was here.*Karim was here/s);
    expect(clash.html).toContain('value="Anouk was here"');
    expect((await findVersion(hub.sql, versionId)).content.texts.en.title).toBe('Karim was here');
    const resolved = await anouk.send(clash, 'edit', { do: 'save' });
    expect(resolved.path).toContain('done=saved');
    expect((await findVersion(hub.sql, versionId)).content.texts.en.title).toBe('Anouk was here');
  });

  test('one that was submitted meanwhile is not stored, and what was typed is still there', async () => {
    const { id: versionId } = await draft(hub, exampleDraft(people));
    const page = await anouk.open(`/console/versions/${versionId}/edit`);
    const submitting = await anouk.open(`/console/versions/${versionId}/submit`);
    await anouk.send(submitting, 'submit', {});
    const late = await anouk.send(page, 'edit', { do: 'save', deviation: 'Nog een gedachte.' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Nog een gedachte.');
    expect((await findVersion(hub.sql, versionId)).deviation).toBeNull();
  });
});

describe('the way to the approver', () => {
  test('what check asks for links to its field; then the difference is shown, and it is submitted', async () => {
    const first = await toPublication(hub, people, { trackingId: 'NCSC-2020-0100' });
    const begun = await anouk.open('/console/advisories/NCSC-2020-0100/versions/new');
    expect(begun.html).toContain('Write the next version of NCSC-2020-0100');
    const answers = Object.entries(highHigh).flatMap(([part, given]) =>
      Object.entries(given).map(([key, answer]) => [`matrix.${part}.${key}`, answer]),
    );
    const typed = { ...Object.fromEntries(answers), change: 'content', do: 'save on' };
    const looked = await anouk.send(begun, 'edit', typed);
    expect(looked.path).toMatch(/\/submit\?done=created$/);
    expect(looked.html).toContain('from M/H to H/H');
    expect(looked.html).not.toContain('<button type="submit">Submit');
    const [, link = ''] =
      /href="(\/console\/versions\/\d+\/edit)#edit-change"/.exec(looked.html) ?? [];
    const editing = await anouk.open(link);
    expect(editing.html).toContain('href="#edit-change"');
    const ready = await anouk.send(editing, 'edit', { change: 'raised', do: 'save on' });
    const done = await anouk.send(ready, 'submit', {});
    expect(done.path).toBe('/console/advisories/NCSC-2020-0100?done=submitted');
    const { versions } = await findAdvisory(hub.sql, 'NCSC-2020-0100');
    expect(versions.map(({ state }) => state)).toEqual(['in review', 'published']);
    expect(done.html).toContain('Submitted for review.');
    expect((await anouk.open(`/console/advisories/${first.trackingId}/versions/new`)).status).toBe(
      409,
    );
  });

  test('a correction corrects the version before, without anybody typing its id', async () => {
    const before = await toPublication(hub, people, { trackingId: 'NCSC-2020-0101' });
    const path = '/console/advisories/NCSC-2020-0101/versions/new?change=correction';
    const page = await anouk.open(path);
    await anouk.send(page, 'edit', { do: 'save' });
    const { versions } = await findAdvisory(hub.sql, 'NCSC-2020-0101');
    expect(versions[0]).toMatchObject({ change: 'correction', correctsVersionId: before.id });
  });

  test('what came back says why, on its page and in what needs her now', async () => {
    const { id: versionId } = await toReview(hub, people, { trackingId: 'NCSC-2020-0102' });
    await sendBack(hub, { versionId, remark: 'Noem de <versies>.', operatorId: people.pieter });
    for (const path of [
      '/console',
      `/console/versions/${versionId}/edit`,
      '/console/advisories/NCSC-2020-0102',
    ])
      expect((await anouk.open(path)).html).toContain('Noem de &lt;versies&gt;.');
  });
});
