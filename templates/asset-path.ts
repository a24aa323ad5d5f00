import { createHash } from 'node:crypto';

/** The address of a file that pages need. It changes with what is in it, so that a browser may keep it for a year. */
export const assetPath = (name: string, text: string) => `/assets/${digestOf(text)}/${name}`;

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
