import { expect, test } from 'vitest';
import { tlps } from '../../src/advisory/tlp.ts';
import { allowedForm, channelCeilings } from '../../src/audience/ceiling.ts';
import { kinds } from '../../src/audience/kind.ts';

const flags = [true, false];
const owners = [...kinds, 'public' as const];
const channels = [...Object.keys(channelCeilings), 'phone', 'carrier pigeon'];

const cases = tlps.flatMap((tlp) =>
  channels.flatMap((channel) =>
    owners.flatMap((owner) =>
      tlps.flatMap((audienceCeiling) =>
        flags.flatMap((ownUse) =>
          flags.flatMap((organisationWithin) =>
            flags.flatMap((addressWithin) =>
              flags.flatMap((encrypted) =>
                flags.map((pointerAbove) => ({
                  tlp,
                  channel,
                  owner,
                  audienceCeiling,
                  ownUse,
                  organisationWithin,
                  addressWithin,
                  encrypted,
                  pointerAbove,
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** The numbers of the design's channel table, written again on purpose: 0 is CLEAR, 4 is RED. */
const carries: Record<string, number> = { email: 3, webhook: 3, telegram: 0, websub: 0 };
const rank = (tlp: string) => ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].indexOf(tlp);

test('no combination carries the full text above any ceiling', () => {
  const full = cases.filter((passage) => allowedForm(passage) === 'full');
  expect(full.length).toBeGreaterThan(500);
  for (const passage of full) {
    const label = rank(passage.tlp);
    if (passage.tlp === 'RED') {
      expect([passage.channel, passage.encrypted]).toEqual(['email', true]);
      if (passage.owner === 'information hub') expect(passage.ownUse).toBe(true);
    } else expect(label).toBeLessThanOrEqual(carries[passage.channel] ?? -1);
    expect(label).toBeLessThanOrEqual(rank(passage.audienceCeiling));
    expect(passage.organisationWithin && passage.addressWithin).toBe(true);
    if (passage.owner === 'public') expect(passage.tlp).toBe('CLEAR');
    if (passage.owner === 'information hub' && passage.tlp === 'AMBER+STRICT')
      expect(passage.ownUse).toBe(true);
  }
});

test('a pointer goes only where the policy says so, never to the public, never past the organisation', () => {
  const pointers = cases.filter((passage) => allowedForm(passage) === 'pointer');
  expect(pointers.length).toBeGreaterThan(500);
  for (const passage of pointers) {
    expect(passage.pointerAbove && passage.organisationWithin).toBe(true);
    expect(passage.owner).not.toBe('public');
    expect(carries[passage.channel]).toBeDefined();
    if (passage.owner === 'information hub' && passage.tlp === 'AMBER+STRICT')
      expect(passage.ownUse).toBe(true);
  }
});

test('nobody within every ceiling is left without the full text', () => {
  const within = cases.filter(
    (passage) =>
      passage.tlp !== 'RED' &&
      rank(passage.tlp) <= (carries[passage.channel] ?? -1) &&
      rank(passage.tlp) <= rank(passage.audienceCeiling) &&
      passage.organisationWithin &&
      passage.addressWithin &&
      passage.owner !== 'public' &&
      !(passage.owner === 'information hub' && passage.tlp === 'AMBER+STRICT' && !passage.ownUse),
  );
  for (const passage of within) expect(allowedForm(passage)).toBe('full');
});

test('RED goes in full to whoever has a key, by mail and within every ceiling', () => {
  const within = cases.filter(
    (passage) =>
      passage.tlp === 'RED' &&
      passage.channel === 'email' &&
      passage.encrypted &&
      passage.audienceCeiling === 'RED' &&
      passage.organisationWithin &&
      passage.addressWithin &&
      passage.owner !== 'public' &&
      (passage.owner !== 'information hub' || passage.ownUse),
  );
  expect(within.length).toBeGreaterThan(10);
  for (const passage of within) expect(allowedForm(passage)).toBe('full');
});
