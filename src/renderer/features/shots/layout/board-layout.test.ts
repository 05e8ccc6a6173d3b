import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import { type BoardScene, cardSpan, layOutBoard, scrollToShow, visibleRows } from './board-layout.ts';
import { metricsFor } from './board-metrics.ts';
import { dropPlaceAt } from './drop-place.ts';
import { shotAfterKey, shotByTyping } from './grid-navigation.ts';
import { nextAfterRemoval, selectShot } from './select-shots.ts';

const id = (name: string): ShotId => name as ShotId;

/** Scenes by their numbers of shots; "3" is open, "-3" collapsed. Shots are a0, a1 … b0 … */
function scenesOf(counts: readonly number[]): BoardScene[] {
  return counts.map((count, i) => {
    const letter = String.fromCharCode(97 + (i % 26));
    const name = i < 26 ? letter : `${letter}${Math.floor(i / 26)}`;
    return {
      id: name as SceneId,
      shotIds: Array.from({ length: Math.abs(count) }, (_, n) => id(`${name}${i < 26 ? '' : '-'}${n}`)),
      collapsed: count < 0,
    };
  });
}

/** Three columns of 16:9. */
const metrics = metricsFor(800, 224, [16, 9]);
const layout = (...counts: number[]) => layOutBoard(scenesOf(counts), metrics);

describe('sizes', () => {
  test('cards fill the width, and a tall film gets more columns than a wide one', () => {
    expect(metrics.columns).toBe(3);
    expect(metrics.cardWidthPx * 3 + 2 * metrics.gapPx + 2 * metrics.paddingPx).toBeGreaterThan(797);
    expect(metricsFor(800, 224, [9, 16]).columns).toBe(6);
    expect(metricsFor(40, 448, [16, 9]).columns).toBe(1);
  });
});

describe('layout', () => {
  test('sections follow each other without a gap, and every shot has one place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 30 }), (counts) => {
        const { sections, heightPx, rows, places } = layout(...counts);
        let topPx = 0;
        for (const section of sections) {
          expect(section.topPx).toBe(topPx);
          topPx += section.heightPx;
        }
        expect(heightPx).toBe(topPx);
        expect(rows).toBe(sections.reduce((sum, section) => sum + 1 + section.rows, 0));
        expect(places.size).toBe(counts.reduce((sum, count) => sum + Math.max(0, count), 0));
      }),
    );
  });

  test('what is drawn covers the view, and little more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (counts, share) => {
          const board = layout(...counts);
          const topPx = Math.floor(share * board.heightPx);
          const drawn = visibleRows(board, topPx, 500, 0);
          for (const [shotId, { section, at }] of board.places) {
            const span = cardSpan(board, shotId);
            if (span === null) throw new Error('a shot without a place');
            const row = Math.floor(at / metrics.columns);
            const isDrawn = drawn.some(
              (rows) => rows.section === section && row >= rows.first && row <= rows.last,
            );
            if (span.bottomPx > topPx && span.topPx < topPx + 500) expect(isDrawn).toBe(true);
            else if (isDrawn)
              expect(Math.abs(span.topPx - topPx)).toBeLessThan(500 + metrics.cardHeightPx * 2);
          }
        },
      ),
    );
  });

  test('showing a shot scrolls no further than it must', () => {
    const board = layout(9, 9);
    expect(scrollToShow(board, id('a0'), 0, 600)).toBeNull();
    const down = scrollToShow(board, id('b8'), 0, 400);
    expect(down).toBeGreaterThan(0);
    expect(scrollToShow(board, id('b8'), down ?? 0, 400)).toBeNull();
    expect(scrollToShow(board, id('a0'), down ?? 0, 400)).toBe(0);
    expect(scrollToShow(board, id('nobody'), 0, 400)).toBeNull();
  });
});

describe('keys', () => {
  const board = layout(4, 0, -5, 5);
  const led = (from: string, key: Parameters<typeof shotAfterKey>[2]) =>
    shotAfterKey(board, id(from), key, 2);

  test('left and right go along the film, over empty and collapsed scenes', () => {
    expect(led('a0', 'ArrowRight')).toBe('a1');
    expect(led('a3', 'ArrowRight')).toBe('d0');
    expect(led('d0', 'ArrowLeft')).toBe('a3');
    expect(led('a0', 'ArrowLeft')).toBeNull();
    expect(led('d4', 'ArrowRight')).toBeNull();
  });

  test('up and down keep the column as far as a row is long', () => {
    expect(led('a1', 'ArrowDown')).toBe('a3');
    expect(led('a3', 'ArrowDown')).toBe('d0');
    expect(led('d2', 'ArrowUp')).toBe('a3');
    expect(led('d1', 'ArrowDown')).toBe('d4');
    expect(led('a2', 'ArrowUp')).toBeNull();
  });

  test('Home, End and whole screens', () => {
    expect(led('d4', 'Home')).toBe('a0');
    expect(led('a0', 'End')).toBe('d4');
    expect(led('a0', 'PageDown')).toBe('d0');
    expect(led('d4', 'PageUp')).toBe('a3');
    expect(shotAfterKey(board, null, 'ArrowRight', 2)).toBe('a0');
    expect(shotAfterKey(layout(), null, 'End', 2)).toBeNull();
  });

  test('every key leads to a shot that is shown, and right then left comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 12 }), (counts) => {
        const any = layout(...counts);
        for (const shotId of any.places.keys()) {
          const right = shotAfterKey(any, shotId, 'ArrowRight', 3);
          if (right !== null) expect(shotAfterKey(any, right, 'ArrowLeft', 3)).toBe(shotId);
          const down = shotAfterKey(any, shotId, 'ArrowDown', 3);
          if (down !== null) expect(any.places.has(down)).toBe(true);
        }
      }),
    );
  });

  test('typing finds a number, the exact one first', () => {
    const numbers = ['1A', '1B', '12A', '12B'].map((number) => ({ id: id(number), number }));
    expect(shotByTyping(numbers, null, '1b')).toBe('1B');
    expect(shotByTyping(numbers, id('1B'), '12')).toBe('12A');
    expect(shotByTyping(numbers, id('12B'), '1')).toBe('12B');
    expect(shotByTyping(numbers, null, '7')).toBeNull();
  });
});

describe('selecting', () => {
  const order = ['a', 'b', 'c', 'd'].map(id);
  const none = { shotIds: new Set<ShotId>(), anchorId: null };

  test('a click selects one, Ctrl adds and takes away, Shift takes the range from the anchor', () => {
    const one = selectShot(none, order, id('b'), 'only');
    const range = selectShot(one, order, id('d'), 'range');
    expect([...range.shotIds]).toEqual(['b', 'c', 'd']);
    expect([...selectShot(range, order, id('a'), 'range').shotIds]).toEqual(['a', 'b']);
    expect([...selectShot(range, order, id('c'), 'toggle').shotIds]).toEqual(['b', 'd']);
    expect([...selectShot(none, order, id('c'), 'range').shotIds]).toEqual(['c']);
  });

  test('after a removal the next shot is selected, at the end the one before', () => {
    expect(nextAfterRemoval(order, new Set([id('b')]))).toBe('c');
    expect(nextAfterRemoval(order, new Set([id('b'), id('d')]))).toBe('c');
    expect(nextAfterRemoval(order, new Set([id('d')]))).toBe('c');
    expect(nextAfterRemoval(order, new Set(order))).toBeNull();
  });
});

describe('dropping', () => {
  const board = layout(5, 0, 3);
  const { cardWidthPx, cardHeightPx, gapPx, paddingPx, headingHeightPx } = metrics;
  const x = (column: number): number => paddingPx + column * (cardWidthPx + gapPx);
  const none: ReadonlySet<ShotId> = new Set();

  test('a drop goes into the nearest gap', () => {
    const y = headingHeightPx + gapPx + 10;
    expect(dropPlaceAt(board, x(0) + 5, y, none)).toMatchObject({ sceneId: 'a', afterShotId: null });
    expect(dropPlaceAt(board, x(1) + 5, y, none)).toMatchObject({ sceneId: 'a', afterShotId: 'a0' });
    expect(dropPlaceAt(board, x(3), y, none)).toMatchObject({ afterShotId: 'a2' });
    const second = y + cardHeightPx + gapPx;
    expect(dropPlaceAt(board, x(3), second, none)).toMatchObject({ afterShotId: 'a4' });
  });

  test('an empty scene takes a drop, and the space after the last one too', () => {
    const empty = board.sections[1];
    if (empty === undefined) throw new Error('no section');
    expect(dropPlaceAt(board, 200, empty.topPx + 60, none)).toMatchObject({
      sceneId: 'b',
      afterShotId: null,
    });
    expect(dropPlaceAt(board, 790, board.heightPx + 500, none)).toMatchObject({
      sceneId: 'c',
      afterShotId: 'c2',
    });
  });

  test('a dragged shot is no neighbour', () => {
    const place = dropPlaceAt(board, x(2), headingHeightPx + 20, new Set([id('a1')]));
    expect(place).toMatchObject({ afterShotId: 'a0' });
  });
});
