import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  itemId,
  makeCaption,
  makeClip,
  makeTitle,
  makeTrack,
  makeTracks,
  testRate,
  trackId,
} from '../../../testing/builders/timeline-rows.ts';
import { patchOf, removeChange, updateChange } from '../../kernel/patch.ts';
import { startOf } from '../../timeline/queries.ts';
import type { Item } from '../../timeline/records.ts';
import { applyPatch, indexTimeline, type TimelineRows } from '../../timeline/timeline-index.ts';
import { breaksTimeline, repairTimeline } from './repair-timeline.ts';

const rowsOf = (items: readonly Item[], tracks = makeTracks()): TimelineRows => ({
  tracks,
  items,
  transitions: [],
});

/** Rows as a merge of any edits may leave them: tracks that are gone, anchors to anything. */
const merged = fc
  .record({
    tracks: fc.subarray(makeTracks()),
    secondMain: fc.boolean(),
    items: fc.array(
      fc.record({
        track: fc.constantFrom('main', 'video', 'title', 'caption', 'gone', 'main-2'),
        to: fc.nat({ max: 12 }),
        offset: fc.integer({ min: -50, max: 50 }),
        anchor: fc.constantFrom('none', 'time', 'item'),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ tracks, secondMain, items }) =>
    rowsOf(
      items.map(({ track, to, offset, anchor }, i) => ({
        ...(i % 2 === 0 ? makeClip(`i${i}`, 10) : makeCaption(`i${i}`, 10)),
        trackId: trackId(track),
        order: `a${i}`,
        anchor:
          anchor === 'none'
            ? null
            : anchor === 'time'
              ? { to: 'time', atFlicks: Math.abs(offset) }
              : { to: 'item', itemId: itemId(`i${to}`), offsetFlicks: offset },
      })),
      secondMain ? [...tracks, makeTrack('main', 'a9', { id: trackId('main-2') })] : tracks,
    ),
  );

describe('a timeline after a merge', () => {
  test('has a place for every item that a track can hold, on any device, whatever the order of its rows', () => {
    fc.assert(
      fc.property(merged, (rows) => {
        const repaired = repairTimeline(rows);
        const index = indexTimeline(repaired, testRate);
        for (const { id, trackId } of repaired.items) {
          if (index.tracks.has(trackId)) expect(startOf(index, id), id).not.toBeNull();
        }
        expect(repairTimeline(repaired)).toBe(repaired);
        const turned = repairTimeline({
          tracks: [...rows.tracks].reverse(),
          items: [...rows.items].reverse(),
          transitions: [],
        });
        expect([...turned.items].reverse()).toEqual(repaired.items);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps what has no fault as the rows that were given', () => {
    const rows = rowsOf([makeClip('a', 24), makeTitle('t', 24)]);
    expect(repairTimeline(rows)).toBe(rows);
  });

  test('shows what hung on a clip that is gone, and what lay on a track that is gone', () => {
    const lost = makeCaption('c', 24, { anchor: { to: 'item', itemId: itemId('gone'), offsetFlicks: 700 } });
    const homeless = makeTitle('t', 24, { trackId: trackId('gone') });
    const { items } = repairTimeline(rowsOf([lost, homeless]));
    expect(items[0]?.anchor).toEqual({ to: 'time', atFlicks: 700 });
    expect(items[1]?.trackId).toBe('title');
  });

  test('has no circles', () => {
    const a = makeCaption('a', 24, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: 5 } });
    const b = makeCaption('b', 24, { anchor: { to: 'item', itemId: itemId('a'), offsetFlicks: 7 } });
    const { items } = repairTimeline(rowsOf([a, b]));
    expect(items.map(({ anchor }) => anchor)).toEqual([
      { to: 'time', atFlicks: 12 },
      { to: 'time', atFlicks: 12 },
    ]);
  });

  test('is known to be broken by the patch that breaks it, and not by one that does not', () => {
    const clip = makeClip('a', 24);
    const caption = makeCaption('c', 24, { anchor: { to: 'item', itemId: clip.id, offsetFlicks: 0 } });
    const index = indexTimeline(rowsOf([clip, caption]), testRate);
    const longer = patchOf([updateChange<Item>('item', clip, { durationFlicks: 9 })]);
    applyPatch(index, longer);
    expect(breaksTimeline(index, longer)).toBe(false);
    const gone = patchOf([removeChange('item', clip)]);
    applyPatch(index, gone);
    expect(breaksTimeline(index, gone)).toBe(true);
  });
});
