import type { Notice } from '../../advisory/notice.ts';
import { newest } from './newest.ts';

/** When a notice last changed: published, or a place added since. */
export const noticeChangedAt = ({
  publishedAt,
  publishedElsewhere,
}: Pick<Notice, 'publishedAt' | 'publishedElsewhere'>) =>
  newest([publishedAt, ...publishedElsewhere.map(({ addedAt }) => addedAt && new Date(addedAt))]);
