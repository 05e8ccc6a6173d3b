import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import { cardSpan, layOutBoard, sectionAt } from './board-layout.ts';
import { metricsFor } from './board-metrics.ts';
import { scrollAfterResize } from './scroll-after-resize.ts';

const scenes = (counts: readonly number[]) =>
  counts.map((count, i) => ({
    id: `s${i}` as SceneId,
    shotIds: Array.from({ length: count }, (_, n) => `s${i}-${n}` as ShotId),
    collapsed: false,
  }));
const board = (counts: readonly number[], widthPx: number, densityPx: number) =>
  layOutBoard(scenes(counts), metricsFor(widthPx, densityPx, [16, 9]));
const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 20 });
const density = fc.integer({ min: 112, max: 448 });

test('at the top the board stays at the top', () => {
  expect(scrollAfterResize(board([9, 9], 900, 224), board([9, 9], 900, 112), 0)).toBe(0);
});

test('the same size again changes nothing', () => {
  fc.assert(
    fc.property(counts, density, fc.nat(), (all, densityPx, at) => {
      const layout = board(all, 900, densityPx);
      const section = sectionAt(layout, at % layout.heightPx);
      const next = scrollAfterResize(layout, layout, at % layout.heightPx);
      expect(sectionAt(layout, next)?.sceneId).toBe(section?.sceneId);
      if (section !== undefined && section.rows > 0) expect(next).toBeCloseTo(at % layout.heightPx);
    }),
  );
});

test('a frame that was at the top is in sight below the heading, whatever the new size', () => {
  fc.assert(
    fc.property(counts, density, density, (all, before, after) => {
      const [old, next] = [board(all, 900, before), board(all, 900, after)];
      for (const section of old.sections) {
        const shotId = section.shotIds[Math.floor(section.rows / 2) * old.metrics.columns];
        const from = shotId === undefined ? null : cardSpan(old, shotId);
        if (shotId === undefined || from === null) continue;
        const topPx = scrollAfterResize(old, next, from.topPx - old.metrics.headingHeightPx);
        const to = cardSpan(next, shotId);
        expect((to?.topPx ?? 0) - topPx).toBeCloseTo(Math.min(next.metrics.headingHeightPx, to?.topPx ?? 0));
      }
    }),
  );
});
