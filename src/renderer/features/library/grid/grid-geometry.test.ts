import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapPx, gridGeometry, neighbour, posterSize } from './grid-geometry.ts';

test('columns fill the width and never pass it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 280, max: 6_000 }), (widthPx) => {
      const { columns, cellWidthPx } = gridGeometry(widthPx);
      expect(columns * cellWidthPx + (columns - 1) * gapPx).toBeLessThanOrEqual(widthPx);
      expect(cellWidthPx).toBeGreaterThanOrEqual(Math.min(240, widthPx));
    }),
  );
});

test.each([16 / 9, 9 / 16, 1, 21 / 9, 4 / 5])(
  'a poster of aspect %f stays within its room and keeps its aspect',
  (aspect) => {
    const room = gridGeometry(1_240);
    const { widthPx, heightPx } = posterSize(room, aspect);
    expect(widthPx).toBeLessThanOrEqual(room.cellWidthPx);
    expect(heightPx).toBeLessThanOrEqual(room.posterHeightPx);
    expect(widthPx / heightPx).toBeCloseTo(aspect, 1);
  },
);

test('keys never lead out of the grid, and left undoes right', () => {
  const place = fc
    .record({
      count: fc.integer({ min: 1, max: 60 }),
      columns: fc.integer({ min: 1, max: 8 }),
      index: fc.nat(59),
      pageRows: fc.integer({ min: 1, max: 4 }),
      mod: fc.boolean(),
    })
    .filter(({ index, count }) => index < count);
  const keys = [
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ] as const;
  fc.assert(
    fc.property(place, fc.constantFrom(...keys), ({ index, ...grid }, key) => {
      const next = neighbour(index, key, grid);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(grid.count);
      if (key === 'ArrowRight' && next !== index) expect(neighbour(next, 'ArrowLeft', grid)).toBe(index);
      if (key === 'ArrowDown' && next === index + grid.columns)
        expect(neighbour(next, 'ArrowUp', grid)).toBe(index);
    }),
  );
});

test('down from over a short last row leads to its end', () => {
  expect(neighbour(3, 'ArrowDown', { count: 6, columns: 4, pageRows: 2, mod: false })).toBe(5);
});
