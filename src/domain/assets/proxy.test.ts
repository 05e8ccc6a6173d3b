import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { framesToFlicks } from '../kernel/time.ts';
import type { Asset } from './asset.ts';
import { isLight, proxiesByOriginal, proxyShortSidePx, proxySize, wantsProxy, wholeFrames } from './proxy.ts';

function file(over: Partial<Asset> & { seconds?: number; hasAlpha?: boolean; sound?: boolean }): Asset {
  const { seconds = 10, hasAlpha = false, sound = false, ...rest } = over;
  const plain = sampleRow('asset', { kind: 'video', proxyOf: null, ...rest });
  const colour = { primaries: null, transfer: null, matrix: null, range: null };
  const rate = { fpsNum: 24, fpsDen: 1, variableRate: false, frames: null, rotationDegrees: 0 } as const;
  const video = { codec: 'h264', widthPx: 1920, heightPx: 1080, ...rate, hasAlpha, colour };
  const durationFlicks = seconds * 705_600_000;
  return { ...plain, facts: { container: 'mov', durationFlicks, video: sound ? null : video, audio: null } };
}

test.each<[string, boolean, Parameters<typeof file>[0]]>([
  ['a large video', true, { bytes: 40_000_000 }],
  ['one that is small as it is', false, { bytes: 900_000, seconds: 1 }],
  ['a long one of few bytes a second', false, { bytes: 40_000_000, seconds: 600 }],
  ['a see-through one', false, { bytes: 40_000_000, hasAlpha: true }],
  ['a sound', false, { kind: 'audio', bytes: 40_000_000, sound: true }],
  ['a large picture', true, { kind: 'image', bytes: 4_000_000, seconds: 0 }],
  ['a small picture', false, { kind: 'image', bytes: 300_000, seconds: 0 }],
  ['a proxy', false, { bytes: 40_000_000, proxyOf: 'a'.repeat(64) as Asset['id'] }],
  ['a file that nobody looked into', false, { bytes: 40_000_000, facts: null }],
])('%s wants a proxy: %s', (_, wants, over) => {
  const asset = over.facts === null ? { ...file(over), facts: null } : file(over);
  expect(wantsProxy(asset)).toBe(wants);
  expect(isLight(asset)).toBe(!wants);
});

test('a proxy keeps the shape, is even, and never larger than what it stands for', () => {
  expect(proxySize(1920, 1080)).toEqual({ widthPx: 960, heightPx: 540 });
  expect(proxySize(1080, 1920)).toEqual({ widthPx: 540, heightPx: 960 });
  expect(proxySize(320, 180)).toEqual({ widthPx: 320, heightPx: 180 });
  const side = fc.integer({ min: 16, max: 8_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const { widthPx, heightPx } = proxySize(width, height);
      expect([widthPx % 2, heightPx % 2]).toEqual([0, 0]);
      expect(widthPx).toBeLessThanOrEqual(width + 1);
      expect(heightPx).toBeLessThanOrEqual(height + 1);
      expect(Math.min(widthPx, heightPx)).toBeLessThanOrEqual(proxyShortSidePx);
      // Rounding to even pixels turns the shape by less than one of them.
      const scale = Math.min(1, proxyShortSidePx / Math.min(width, height));
      const isThin = Math.min(width, height) * scale < 16;
      if (!isThin && Math.max(width, height) * scale >= 16) {
        expect(Math.abs(widthPx - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(heightPx - height * scale)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('as many pictures as the film has, at its own rate', () => {
  const ntsc = { num: 30_000, den: 1_001 };
  expect(wholeFrames({ fpsNum: 30_000, fpsDen: 1_001 }, framesToFlicks(95, ntsc))).toEqual({
    rate: ntsc,
    frames: 95,
  });
  expect(wholeFrames({ fpsNum: 0, fpsDen: 1 }, 2 * 705_600_000)).toEqual({
    rate: { num: 30, den: 1 },
    frames: 60,
  });
  expect(wholeFrames({ fpsNum: 1_000, fpsDen: 1 }, 705_600_000).frames).toBe(30);
  expect(wholeFrames({ fpsNum: 24, fpsDen: 1 }, 1).frames).toBe(1);
});

test('of two proxies the older comes first', () => {
  const original = 'a'.repeat(64) as Asset['id'];
  const of = (id: string, createdAtMs: number) =>
    sampleRow('asset', { id: id as Asset['id'], proxyOf: original, createdAtMs });
  const found = proxiesByOriginal([
    of('c', 5),
    of('b', 7),
    of('d', 5),
    sampleRow('asset', { proxyOf: null }),
  ]);
  expect(found.get(original)?.map(({ id }) => id)).toEqual(['c', 'd', 'b']);
  expect(found.size).toBe(1);
});
