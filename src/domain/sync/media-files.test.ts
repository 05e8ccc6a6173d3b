import { expect, test } from 'vitest';
import { sampleRow } from '../../testing/builders/any-row.ts';
import type { AssetId, TakeId } from '../kernel/ids.ts';
import { type MediaKnowledge, mediaUseOf, placeOfMedia, travelsBy } from './media-files.ts';

const [shown, chosen, sound, spare] = ['shown', 'chosen', 'sound', 'spare'] as [
  AssetId,
  AssetId,
  AssetId,
  AssetId,
];

test('what clips show comes before what is chosen, and that before the rest', () => {
  const take = (id: string, assetId: AssetId) => ({ id: id as TakeId, assetId });
  const useOf = mediaUseOf({
    items: [sampleRow('item', { kind: 'clip', assetId: shown }), sampleRow('item', { kind: 'gap' })],
    takes: [take('a', shown), take('b', chosen), take('c', sound), take('d', spare)],
    shots: [
      {
        chosenStillId: 'b' as TakeId,
        chosenClipId: null,
        chosenSpeechId: null,
        approvedStillId: 'd' as TakeId,
      },
    ],
    scenes: [{ chosenMusicId: 'c' as TakeId, effects: [] }],
  });
  expect([shown, chosen, sound, spare].map(useOf)).toEqual(['timeline', 'chosen', 'chosen', 'other']);
});

test('a choice lets so much travel', () => {
  const uses = ['timeline', 'chosen', 'other'] as const;
  const travelling = (choice: 'everything' | 'used' | 'none') => uses.filter((use) => travelsBy(choice, use));
  expect(travelling('everything')).toEqual(uses);
  expect(travelling('used')).toEqual(['timeline', 'chosen']);
  expect(travelling('none')).toEqual([]);
});

test.each<[string, Partial<MediaKnowledge>]>([
  ['here', { isHere: true, isStored: true }],
  ['cloud', { isStored: true }],
  ['elsewhere', {}],
  ['elsewhere', { isStored: null }],
  ['elsewhere', { madeBy: 'laptop' }],
  // Made here, and nobody has it any more.
  ['lost', { madeBy: 'desk' }],
  ['provider', { madeBy: 'desk', heldUntilMs: 101 }],
  ['lost', { madeBy: 'desk', heldUntilMs: 100 }],
  ['lost', { isMirrored: false }],
  ['provider', { isMirrored: false, heldUntilMs: 101 }],
])('is %s: %j', (place, known) => {
  const nothing = { isHere: false, isStored: false, isMirrored: true, madeBy: null };
  expect(placeOfMedia({ ...nothing, thisDevice: 'desk', heldUntilMs: null, nowMs: 100, ...known })).toBe(
    place,
  );
});
