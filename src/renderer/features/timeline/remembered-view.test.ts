import fc from 'fast-check';
import { expect, test } from 'vitest';
import { farthestPxPerSecond, nearestPxPerSecond } from './geometry/time-scale.ts';
import { readView, withView } from './remembered-view.ts';

const view = {
  scale: { pxPerSecond: 42.5, leftFlicks: 7_056_000 },
  fits: false,
  scrollTopPx: 30,
  trackHeights: { film: 120 },
};

test('a view comes back as it was left', () => {
  expect(readView(withView({}, 'p', view), 'p')).toEqual(view);
  const whole = { ...view, fits: true, scrollTopPx: 0 };
  expect(readView(withView({}, 'p', whole), 'p')).toMatchObject({ fits: true, trackHeights: { film: 120 } });
  expect(readView(withView({}, 'p', view), 'other')).toBeNull();
});

test('what was left last is kept, and no more than forty', () => {
  let views: unknown = {};
  for (let i = 0; i < 60; i++) views = withView(views, `p${i}`, view);
  views = withView(views, 'p30', view);
  expect(Object.keys(views as object)).toHaveLength(40);
  expect(readView(views, 'p30')).toEqual(view);
  expect(readView(views, 'p19')).toBeNull();
});

test('whatever stands in the file, the view can be drawn', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (zoom, left) => {
      for (const views of [zoom, { p: zoom }, { p: { zoom, left, top: left, heights: { t: zoom } } }]) {
        const read = readView(views, 'p');
        if (read === null) continue;
        expect(read.scale.pxPerSecond).toBeGreaterThanOrEqual(farthestPxPerSecond);
        expect(read.scale.pxPerSecond).toBeLessThanOrEqual(nearestPxPerSecond);
        expect(read.scale.leftFlicks).toBeGreaterThanOrEqual(0);
        for (const px of Object.values(read.trackHeights)) expect(px).toBeGreaterThan(0);
      }
    }),
  );
});
