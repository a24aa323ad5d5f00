import type { Language } from '../../../src/advisory/language.ts';
import type { Remark } from '../../../src/advisory/remark.ts';
import { noticeWords } from './words.ts';

type Props = { remark: Pick<Remark, 'text'> | undefined; language: Language };

/** Why a draft came back, where it did. */
export function SentBack({ remark, language }: Props) {
  if (!remark) return null;
  return (
    <section class="banner" aria-labelledby="remark">
      <h2 id="remark">{noticeWords[language].remark}</h2>
      <p class="text">{remark.text}</p>
    </section>
  );
}
