import { type AdvisoryOccasion, advisoryLetter } from '../../templates/advisory-letter.tsx';
import { noticeLetter } from '../../templates/notice-letter.tsx';
import type { Language } from '../advisory/language.ts';
import type { Form } from '../audience/ceiling.ts';
import type { Letter } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import type { Occasion } from './occasion.ts';

/** Of all who get one dispatch, those who read the very same letter. */
export type Reader = { form: Form; owner: 'contact' | 'public'; language: Language };

type Advised = Pick<AdvisoryOccasion, 'version' | 'previous' | 'dispatch' | 'statement'>;

/** The letter of an occasion for one kind of reader, in this hub's name. */
export function letterFor(hub: Hub, occasion: Occasion | Advised, reader: Reader): Letter {
  const sender = { name: hub.config.csirtName, url: hub.config.publicUrl };
  if ('notice' in occasion) return noticeLetter({ ...occasion, ...reader, hub: sender });
  return advisoryLetter({ ...occasion, ...reader, hub: sender });
}
