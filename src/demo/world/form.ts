/** A form of a page, as somebody with a browser would find it. */
export type Form = { action: string; fields: Field[] };
export type Field = { name: string; type: string; value: string; checked: boolean };

/** The page's form of this name (its hidden field `form`), or the first that is sent by POST; null where there is none. */
export function findForm(page: string, name?: string): Form | null {
  for (const [whole, attributes = ''] of page.matchAll(/<form\b([^>]*)>[\s\S]*?<\/form>/g)) {
    if (attribute(attributes, 'method')?.toLowerCase() !== 'post') continue;
    const fields = listFields(whole);
    const called = fields.find((field) => field.name === 'form')?.value;
    if (name === undefined || name === called)
      return { action: attribute(attributes, 'action') ?? '', fields };
  }
  return null;
}

function listFields(form: string): Field[] {
  return [...form.matchAll(/<(input|textarea|button|select)\b([^>]*)>/g)].flatMap(
    ([, tag = '', attributes = '']) => {
      const name = attribute(attributes, 'name');
      if (!name) return [];
      const type = attribute(attributes, 'type') ?? (tag === 'input' ? 'text' : tag);
      const value = attribute(attributes, 'value') ?? '';
      return [{ name, type, value, checked: /\schecked\b/.test(attributes) }];
    },
  );
}

/**
 * Fills a form in: hidden fields and ticks stay as they are, a wish that the form does not know is dropped, the rest is
 * empty.
 */
export function fillForm({ fields }: Form, wishes: Record<string, string>): URLSearchParams {
  const filled = new URLSearchParams();
  for (const { name, type, value, checked } of fields) {
    const wish = wishes[name];
    if (type === 'hidden') filled.append(name, value);
    else if (type === 'radio' || type === 'checkbox' || type === 'submit') {
      if (wish === undefined ? checked : wish === value) filled.append(name, value);
    } else filled.append(name, wish ?? '');
  }
  return filled;
}

const entities: Record<string, string> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' };

function attribute(attributes: string, name: string): string | undefined {
  const [, value] = attributes.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i')) ?? [];
  return value?.replace(/&(amp|quot|#39|lt|gt);/g, (_, entity: string) => entities[entity] ?? '');
}
