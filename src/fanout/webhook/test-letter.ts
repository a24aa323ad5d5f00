import type { Letter } from '../../channel/channel.ts';

/** What a machine is told to see whether it listens: nothing. */
export const testLetter: Letter = {
  subject: 'Test',
  text: 'Test',
  html: '',
  chat: { runs: [], more: null, choices: [], page: null, thread: 'alone' },
  language: 'en',
  urgent: false,
  cover: 'Test',
  sealed: false,
  public: false,
  event: { type: 'test', subject: null, at: null, versionId: null, data: {} },
};
