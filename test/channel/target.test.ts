import { expect, test } from 'vitest';
import { whyNotTarget } from '../../src/channel/webhook/target.ts';

const https = 'must begin with https://';
const outside = 'must be on the public internet';

test.each<[string, string[], string | null]>([
  ['https://hooks.example.nl/semafoor', [], null],
  ['https://8.8.8.8/', [], null],
  ['http://hooks.example.nl/', [], https],
  ['http://8.8.8.8/', [], https],
  ['https://127.0.0.1/', [], outside],
  ['https://[::ffff:10.0.0.1]/', [], outside],
  ['https://169.254.169.254/latest', [], outside],
  ['https://2130706433/', [], outside],
  ['http://10.1.2.3/hook', ['10.0.0.0/8'], null],
  ['https://10.1.2.3/hook', ['10.0.0.0/8'], null],
  ['http://10.1.2.3/hook', ['10.2.0.0/16'], outside],
  ['http://8.8.8.8/', ['10.0.0.0/8'], https],
  ['http://intranet.example.nl/', ['0.0.0.0/0'], https],
  ['ftp://hooks.example.nl/', [], https],
  ['https://karim:secret@hooks.example.nl/', [], 'must not hold a name or password'],
  ['https://hooks.example.nl/#top', [], 'must not end in a fragment'],
  ['hooks.example.nl', [], 'is not a URL'],
])('%s where %j is allowed: %s', (target, allow, why) =>
  expect(whyNotTarget(target, allow)).toBe(why),
);
