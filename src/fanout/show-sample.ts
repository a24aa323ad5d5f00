import { type Letter, type SlotName, slot } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import { composeSample, type Sample } from './sample.ts';

const slots: readonly SlotName[] = ['acknowledge', 'unsubscribe'];

/** A sample to look at: what would be a recipient's own leads nowhere. @throws HubError not_found */
export async function showSample(hub: Hub, sample: Sample): Promise<Letter> {
  const letter = await composeSample(hub, sample);
  const empty = (text: string) =>
    slots.reduce((filled, name) => filled.replaceAll(slot(name), '#'), text);
  return { ...letter, text: empty(letter.text), html: empty(letter.html) };
}
