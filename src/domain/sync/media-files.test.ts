import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRow, sampleRow } from '../../testing/builders/any-row.ts';
import type { Asset } from '../assets/asset.ts';
import { isLight } from '../assets/proxy.ts';
import type { AssetId, TakeId } from '../kernel/ids.ts';
import {
  inTravelOrder,
  MediaChoice,
  type MediaUse,
  mediaUseOf,
  mediaUses,
  type TravellingFile,
  travelsBy,
} from './media-files.ts';

const named = (name: string): AssetId => name as AssetId;

test('what clips show comes before what is chosen or referred to, and that before the rest', () => {
  const take = (id: string, assetId: string) => ({ id: id as TakeId, assetId: named(assetId) });
  const useOf = mediaUseOf({
    items: [sampleRow('item', { kind: 'clip', assetId: named('shown') }), sampleRow('item', { kind: 'gap' })],
    takes: [take('a', 'shown'), take('b', 'chosen'), take('c', 'sound'), take('d', 'spare')],
    shots: [
      {
        chosenStillId: 'b' as TakeId,
        chosenClipId: null,
        chosenSpeechId: null,
        approvedStillId: 'd' as TakeId,
      },
    ],
    scenes: [{ chosenMusicId: 'c' as TakeId, effects: [] }],
    references: [named('face')],
  });
  const uses = ['shown', 'chosen', 'sound', 'face', 'spare'].map((name) => useOf(named(name)));
  expect(uses).toEqual(['timeline', 'chosen', 'chosen', 'chosen', 'other']);
});

/** A video large enough for a proxy, its proxy, and a recording. */
const large = sampleRow('asset', {
  kind: 'video',
  bytes: 50_000_000,
  proxyOf: null,
  facts: {
    container: 'mov',
    durationFlicks: 10 * 705_600_000,
    video: { ...videoFacts(), hasAlpha: false },
    audio: null,
  },
});
const proxy = sampleRow('asset', { kind: 'video', bytes: 1_000_000, proxyOf: large.id });
const sound = sampleRow('asset', { kind: 'audio', bytes: 3_000_000, proxyOf: null, facts: null });

function videoFacts(): NonNullable<NonNullable<Asset['facts']>['video']> {
  const colour = { primaries: null, transfer: null, matrix: null, range: null };
  const rate = { fpsNum: 24, fpsDen: 1, variableRate: false, frames: 240 };
  return {
    codec: 'h264',
    widthPx: 1920,
    heightPx: 1080,
    rotationDegrees: 0,
    ...rate,
    hasAlpha: false,
    colour,
  };
}

const waysOf = (choice: MediaChoice, asset: Asset, use: MediaUse): string => {
  const { up, down } = travelsBy(choice, { asset, use });
  return `${up ? 'up' : ''}${down ? 'down' : ''}`;
};

test.each<[MediaChoice, Record<MediaUse, string>, Record<MediaUse, string>, Record<MediaUse, string>]>([
  [
    'everything',
    { timeline: 'updown', chosen: 'updown', other: 'updown' },
    { timeline: 'up', chosen: 'up', other: 'up' },
    { timeline: 'updown', chosen: 'updown', other: 'updown' },
  ],
  [
    'used',
    { timeline: 'updown', chosen: 'updown', other: '' },
    { timeline: 'up', chosen: 'up', other: '' },
    { timeline: 'updown', chosen: 'updown', other: '' },
  ],
  [
    'proxies',
    { timeline: 'up', chosen: 'up', other: '' },
    { timeline: 'updown', chosen: 'updown', other: 'updown' },
    { timeline: 'updown', chosen: 'updown', other: 'updown' },
  ],
  [
    'none',
    { timeline: '', chosen: '', other: '' },
    { timeline: '', chosen: '', other: '' },
    { timeline: '', chosen: '', other: '' },
  ],
])('%s lets so much travel', (choice, ofLarge, ofProxy, ofSound) => {
  for (const use of mediaUses) {
    expect(waysOf(choice, large, use), `large, ${use}`).toBe(ofLarge[use]);
    expect(waysOf(choice, proxy, use), `proxy, ${use}`).toBe(ofProxy[use]);
    expect(waysOf(choice, sound, use), `sound, ${use}`).toBe(ofSound[use]);
  }
});

test('files go in the order in which they are wanted', () => {
  const file = fc.record({
    asset: fc.oneof(fc.constant(large), fc.constant(proxy), fc.constant(sound), anyRow('asset')),
    use: fc.constantFrom(...mediaUses),
  });
  const later = (a: TravellingFile, b: TravellingFile): boolean =>
    mediaUses.indexOf(a.use) > mediaUses.indexOf(b.use);
  fc.assert(
    fc.property(fc.constantFrom(...MediaChoice.options), fc.array(file), (choice, files) => {
      const ordered = inTravelOrder(choice, files);
      expect(ordered).toHaveLength(files.length);
      for (const [i, next] of ordered.slice(1).entries()) {
        const before = ordered[i] ?? next;
        const staysLight = choice !== 'proxies' || isLight(before.asset) === isLight(next.asset);
        // Nothing of a lesser use overtakes, but what is light where that comes first.
        if (staysLight) expect(later(before, next)).toBe(false);
        else expect(isLight(before.asset)).toBe(true);
      }
    }),
  );
});
