import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flicksPerSecond, frameFlicks, frameRates } from '../../../../domain/kernel/time.ts';
import { itemsIn, itemsOfTrack } from '../../../../domain/timeline/queries.ts';
import { indexTimeline } from '../../../../domain/timeline/timeline-index.ts';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTransition,
  testRate,
} from '../../../../testing/builders/timeline-rows.ts';
import { hitTest } from './hit-test.ts';
import { itemsTouched, marqueeBetween } from './marquee.ts';
import { majorStepFlicks, rulerTicks } from './ruler-ticks.ts';
import { findSnap, snapTargets } from './snapping.ts';
import {
  farthestPxPerSecond,
  fitScale,
  flicksAt,
  nearestPxPerSecond,
  pxOf,
  revealed,
  scrolledBy,
  zoomAround,
  zoomOfShare,
  zoomShare,
} from './time-scale.ts';
import { layOutTracks, rowAt, rulerHeightPx, stackHeightPx } from './track-layout.ts';
import { byPixel, createVisibleItems } from './visible-items.ts';

const scales = fc.record({
  pxPerSecond: fc.double({ min: 0.01, max: nearestPxPerSecond, noNaN: true }),
  leftFlicks: fc.integer({ min: 0, max: 3_600 * flicksPerSecond }),
});

describe('time on the screen', () => {
  test('pixels and times are each other’s inverse', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 4_000, noNaN: true }), (scale, x) => {
        expect(pxOf(scale, flicksAt(scale, x))).toBeCloseTo(x, 3);
      }),
    );
  });

  test('zooming keeps the time under the pointer, unless the start is in the way', () => {
    fc.assert(
      fc.property(
        scales,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 2_000 }),
        (scale, factor, x) => {
          const next = zoomAround(scale, factor, x);
          expect(next.leftFlicks).toBeGreaterThanOrEqual(0);
          expect(next.pxPerSecond).toBeGreaterThanOrEqual(farthestPxPerSecond);
          expect(next.pxPerSecond).toBeLessThanOrEqual(nearestPxPerSecond);
          if (next.leftFlicks > 0) expect(pxOf(next, flicksAt(scale, x))).toBeCloseTo(x, 1);
        },
      ),
    );
  });

  test('a film that is fitted is in view, scrolling stays within it, what is revealed is in view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: flicksPerSecond, max: 7_200 * flicksPerSecond }),
        fc.integer({ min: 200, max: 3_000 }),
        fc.integer({ min: -10_000, max: 10_000 }),
        (duration, width, dx) => {
          const scale = fitScale(duration, width);
          expect(pxOf(scale, duration)).toBeLessThanOrEqual(width);
          const scrolled = scrolledBy(scale, dx, duration, width);
          expect(scrolled.leftFlicks).toBeGreaterThanOrEqual(0);
          expect(pxOf(scrolled, duration)).toBeGreaterThan(0);
          const near = { pxPerSecond: 100, leftFlicks: 0 };
          const x = pxOf(revealed(near, duration, width, 40), duration);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('the slider of the zoom and the zoom agree', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(zoomShare(zoomOfShare(share, 0.5), 0.5)).toBeCloseTo(share, 6);
      }),
    );
  });
});

describe('the ruler', () => {
  test('its labels never come too near each other, and fall on whole frames', () => {
    fc.assert(
      fc.property(scales, fc.constantFrom(...Object.values(frameRates)), (scale, rate) => {
        const step = majorStepFlicks(scale.pxPerSecond, rate);
        expect(step % frameFlicks(rate)).toBe(0);
        const labels = rulerTicks(scale, 1_500, rate).filter(({ major }) => major);
        for (let i = 1; i < labels.length; i++) {
          expect((labels[i]?.xPx ?? 0) - (labels[i - 1]?.xPx ?? 0)).toBeGreaterThan(90);
        }
        expect(labels.length).toBeLessThan(20);
      }),
    );
  });
});

describe('snapping', () => {
  const sorted = fc.array(fc.integer({ min: 0, max: 10_000 })).map((list) => list.sort((a, b) => a - b));

  test('is the smallest pull there is, and none beyond its reach', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 }),
        sorted,
        fc.integer({ min: 0, max: 500 }),
        (moving, targets, reach) => {
          const pulls = moving.flatMap((at) => targets.map((target) => Math.abs(target - at)));
          const least = Math.min(Number.POSITIVE_INFINITY, ...pulls);
          const snap = findSnap(moving, targets, reach);
          expect(snap === null ? null : Math.abs(snap.byFlicks)).toBe(least <= reach ? least : null);
          if (snap !== null) expect(moving).toContain(snap.atFlicks - snap.byFlicks);
        },
      ),
    );
  });

  test('targets are cuts and edges but those of what moves, in order', () => {
    const index = film();
    const scale = { pxPerSecond: 48, leftFlicks: 0 };
    const targets = snapTargets(index, scale, 1_000, new Set([itemId('b')]), [frames(3)]);
    expect(targets).toEqual([...targets].sort((a, b) => a - b));
    expect(targets).toContain(frames(24));
    expect(targets).toContain(frames(3));
    expect(targets).toContain(frames(72));
  });
});

/** a 0–24, b 24–48, a gap 48–72, c 72–96; a caption at 26; a dissolve between a and b. */
function film() {
  return indexTimeline(
    makeRows(
      [makeClip('a', 24), makeClip('b', 24), makeGap('g', 24), makeClip('c', 24)],
      [makeCaption('t', 10, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(2) } })],
      [makeTransition('a', 8)],
    ),
    testRate,
  );
}

describe('what lies under the pointer', () => {
  const index = film();
  // 10 px a frame.
  const scale = { pxPerSecond: 240, leftFlicks: 0 };
  const rows = layOutTracks([...index.tracks.values()], {});
  const main = rows.find(({ track }) => track.kind === 'main');
  const y = rulerHeightPx + (main?.topPx ?? 0);
  const at = (x: number, dy = 40) => hitTest(index, rows, scale, x, y + dy, 0);

  test('the ruler is over everything', () => {
    expect(hitTest(index, rows, scale, 100, 5, 300)).toEqual({ on: 'ruler' });
  });

  test('bodies, edges on both sides of a cut, a transition before the clips that it covers', () => {
    expect(at(120)).toMatchObject({ on: 'body', placed: { item: { id: 'a' } } });
    expect(at(2)).toMatchObject({ on: 'edge', edge: 'start', placed: { item: { id: 'a' } } });
    expect(at(240)).toMatchObject({ on: 'transition', edge: null });
    expect(at(201)).toMatchObject({ on: 'transition', edge: 'start' });
    expect(at(238, 5)).toMatchObject({ on: 'edge', edge: 'end', placed: { item: { id: 'a' } } });
    expect(at(242, 5)).toMatchObject({ on: 'edge', edge: 'start', placed: { item: { id: 'b' } } });
    expect(at(600)).toMatchObject({ on: 'body', placed: { item: { id: 'g' } } });
    expect(at(1_200)).toMatchObject({ on: 'nothing', track: { kind: 'main' } });
  });

  test('handles of fades hang on the bar, and nothing lies below the last track', () => {
    expect(at(13, 19)).toMatchObject({ on: 'fade', edge: 'in' });
    expect(at(4, 19)).toMatchObject({ on: 'edge', edge: 'start' });
    expect(hitTest(index, rows, scale, 10, rulerHeightPx + stackHeightPx(rows) + 5, 0)).toEqual({
      on: 'nothing',
      track: null,
    });
  });

  test('a marquee catches what it touches, but no gaps', () => {
    const box = marqueeBetween({ flicks: frames(80), yPx: 400 }, { flicks: frames(30), yPx: 0 });
    expect([...itemsTouched(index, rows, box)].sort()).toEqual(['b', 'c', 't']);
  });

  test('rows share the room that is left, but keep a height that was chosen', () => {
    const tracks = [...index.tracks.values()];
    const roomy = layOutTracks(tracks, { video: 30 }, 2_000);
    expect(roomy.find(({ track }) => track.id === 'video')?.heightPx).toBe(30);
    expect(stackHeightPx(roomy)).toBeGreaterThan(stackHeightPx(layOutTracks(tracks, { video: 30 }, 0)));
    expect(rowAt(roomy, -1)).toBeNull();
  });

  test('where there is too little room, tracks with nothing on them give way first, and the film never', () => {
    const tracks = [...index.tracks.values()];
    const whole = stackHeightPx(layOutTracks(tracks, {}, 2_000));
    const heightsAt = (roomPx: number) =>
      Object.fromEntries(
        layOutTracks(tracks, {}, roomPx, ({ kind }) => kind === 'video').map((row) => [
          row.track.id,
          row.heightPx,
        ]),
      );
    const standard = stackHeightPx(layOutTracks(tracks, {}, 244));
    expect(standard).toBe(244);
    expect(heightsAt(224)).toMatchObject({ main: 84, video: 36, audio: 48, title: 28 });
    expect(heightsAt(200)).toMatchObject({ main: 84, video: 24, audio: 39 });
    expect(stackHeightPx(layOutTracks(tracks, {}, 60, () => true))).toBe(84 + 4 * 24);
    expect(whole).toBeGreaterThan(standard);
  });
});

describe('what is drawn', () => {
  const length = fc.integer({ min: 1, max: 60 });

  test('near, it is every item in view; far away about one a pixel, and no stretch with items is left out', () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 80 }), scales, (lengths, wanted) => {
        const clips = lengths.map((n, i) => makeClip(`m${i}`, n));
        const index = indexTimeline(makeRows(clips), testRate);
        const track = [...index.tracks.values()].find(({ kind }) => kind === 'main');
        if (track === undefined) throw new Error('no track');
        const scale = { ...wanted, leftFlicks: wanted.leftFlicks % (index.main.durationFlicks + 1) };
        const visible = createVisibleItems().of(index, 0, track, scale, 600);
        expect(visible.map(({ item }) => item.id)).toEqual(
          itemsIn(index, track.id, scale.leftFlicks, flicksAt(scale, 600)).map(({ item }) => item.id),
        );
        const all = itemsOfTrack(index, track.id);
        const few = byPixel(all, scale, 600);
        expect(few.length).toBeLessThanOrEqual(602);
        for (let x = 0; x < 600; x += 7) {
          const time = flicksAt(scale, x);
          const isCovered = all.some(
            ({ item, startFlicks }) => startFlicks <= time && time < startFlicks + item.durationFlicks,
          );
          const near = few.some(
            ({ item, startFlicks }) =>
              pxOf(scale, startFlicks) <= x + 1.001 &&
              pxOf(scale, startFlicks + item.durationFlicks) >= x - 1.001,
          );
          if (isCovered) expect(near).toBe(true);
        }
      }),
    );
  });
});
