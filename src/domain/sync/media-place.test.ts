import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdersElsewhere, type MediaKnowledge, placeOfMedia } from './media-place.ts';

const nowhere: MediaKnowledge = {
  isHere: false,
  isStored: false,
  isMirrored: true,
  heldBy: [],
  madeBy: null,
  thisDevice: 'desk',
  heldUntilMs: null,
  nowMs: 100,
};

test.each<[string, Partial<MediaKnowledge>]>([
  ['here', { isHere: true, isStored: true, heldBy: ['laptop'] }],
  ['cloud', { isStored: true, heldBy: ['laptop'] }],
  ['elsewhere', { heldBy: ['desk', 'laptop'] }],
  ['elsewhere', { heldBy: ['laptop'], isStored: null, heldUntilMs: 101 }],
  // What this computer said of itself before the file was removed here is no place.
  ['lost', { heldBy: ['desk'] }],
  ['lost', {}],
  ['provider', { heldUntilMs: 101 }],
  ['lost', { heldUntilMs: 100 }],
  // Rows of a version that did not say who has what.
  ['elsewhere', { heldBy: null }],
  ['elsewhere', { heldBy: null, madeBy: 'laptop', isStored: null }],
  // The service has not answered yet.
  ['elsewhere', { heldBy: null, madeBy: 'desk', isStored: null }],
  ['elsewhere', { isStored: null }],
  ['lost', { heldBy: null, madeBy: 'desk' }],
  ['provider', { heldBy: null, madeBy: 'desk', heldUntilMs: 101 }],
  // Nobody else hears of it, and nothing is brought from there.
  ['lost', { isMirrored: false, heldBy: ['laptop'] }],
  ['provider', { isMirrored: false, heldUntilMs: 101 }],
])('is %s: %j', (place, known) => {
  expect(placeOfMedia({ ...nowhere, ...known })).toBe(place);
});

test('a file is lost only where nobody has it', () => {
  const knowledge = fc.record({
    isHere: fc.boolean(),
    isStored: fc.constantFrom(true, false, null),
    isMirrored: fc.boolean(),
    heldBy: fc.option(fc.uniqueArray(fc.constantFrom('desk', 'laptop', 'phone'))),
    madeBy: fc.constantFrom('desk', 'laptop', null),
    thisDevice: fc.constant('desk'),
    heldUntilMs: fc.option(fc.nat(200)),
    nowMs: fc.constant(100),
  });
  fc.assert(
    fc.property(knowledge, (known) => {
      if (placeOfMedia(known) !== 'lost') return;
      expect(known.isHere || known.isStored === true).toBe(false);
      expect(known.isMirrored && known.isStored === null).toBe(false);
      expect(known.isMirrored ? holdersElsewhere(known) : []).toEqual([]);
      expect(known.heldUntilMs ?? 0).toBeLessThanOrEqual(known.nowMs);
    }),
  );
});
