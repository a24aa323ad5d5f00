import fc from 'fast-check';
import { tlps } from '../../src/advisory/tlp.ts';
import { type Kind, kinds } from '../../src/audience/kind.ts';
import type { PolicyCase } from './oracle.ts';

const sectors = ['energy', 'water', 'telecom'];

/** Any policy line with its audience, over the world of `createWorld`. */
export const policyCase: fc.Arbitrary<PolicyCase> = fc.record({
  kinds: fc.subarray([...kinds] as Kind[]),
  sectors: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(sectors) },
  ),
  listed: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
  affectedOnly: fc.boolean(),
  public: fc.boolean(),
  audienceCeiling: fc.constantFrom(...tlps),
  roles: fc.oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(['CISO', 'SOC']) },
  ),
  channelRule: fc.constantFrom('every', 'preferred'),
  pointerAbove: fc.boolean(),
});
