import { describe, expect, test } from 'vitest';
import { fillForm, findForm } from '../../src/demo/world/form.ts';

const page = `
  <form method="get" action="/search"><input name="search"></form>
  <form method="post" action="/a?x=1&amp;y=2" id="answer" novalidate="">
    <input type="hidden" name="form" value="answer"/><input type="hidden" name="nonce" value="&quot;n&quot;"/>
    <div hidden=""><input type="text" name="website" value=""/></div>
    <input type="radio" name="choice" value="received"/><input type="radio" name="choice" value="call us"/>
    <input type="checkbox" name="organisationIds" value="1" checked=""/>
    <input type="checkbox" name="organisationIds" value="2" checked=""/>
    <textarea name="remark" rows="3"></textarea><button type="submit">Send</button>
  </form>
  <form method="post" action="/b"><input type="hidden" name="form" value="response"/></form>`;

describe('a form of a page', () => {
  test('is found by its name, and is the first that is sent by POST without one', () => {
    expect(findForm(page)?.action).toBe('/a?x=1&y=2');
    expect(findForm(page, 'response')?.action).toBe('/b');
    expect(findForm(page, 'confirm')).toBeNull();
  });

  test('is filled in as a person would: hidden and ticked fields stay, wishes that it does not know are dropped', () => {
    const form = findForm(page, 'answer');
    const filled = form && fillForm(form, { choice: 'call us', saidBy: 'Karim' });
    expect([...(filled ?? [])]).toEqual([
      ['form', 'answer'],
      ['nonce', '"n"'],
      ['website', ''],
      ['choice', 'call us'],
      ['organisationIds', '1'],
      ['organisationIds', '2'],
      ['remark', ''],
    ]);
  });
});
