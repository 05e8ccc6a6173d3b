import { expect, test } from 'vitest';
import { ShotId } from '../../../../domain/kernel/ids.ts';
import {
  frames,
  itemId,
  makeClip,
  makeGap,
  makeRows,
  testProjectId,
} from '../../../../testing/builders/timeline-rows.ts';
import { createProjectMirror } from '../../../state/project-mirror.ts';
import { createProjectView } from '../../../state/project-view.ts';
import { createCutView } from '../cut-view.ts';
import { createLiveTimeline } from '../live/live-timeline.ts';
import { atHand } from './at-hand.ts';

/** A clip, a hole and a clip that follows a shot: 0–20, 20–30, 30–60 frames. */
function open() {
  const mirror = createProjectMirror();
  const linked = makeClip('b', 30, { shotId: ShotId.parse('shot') });
  const rows = makeRows([makeClip('a', 20), makeGap('hole', 10), linked]);
  mirror.receive({ kind: 'rows', entity: 'track', rows: rows.tracks });
  mirror.receive({ kind: 'rows', entity: 'item', rows: rows.items });
  mirror.receive({ kind: 'ready' });
  const live = createLiveTimeline(mirror, testProjectId);
  live.follow();
  const view = createProjectView();
  const hand = atHand({ live, view, cut: createCutView() });
  const be = (frame: number, ...selected: readonly string[]): void =>
    view.setState({ playheadFlicks: frames(frame), itemIds: new Set(selected.map(itemId)) });
  return { hand, be };
}

test('a split is of what is selected under the playhead, else of the film there, and never at a cut', () => {
  const { hand, be } = open();
  be(10);
  expect(hand.splitIds()).toEqual(['a']);
  be(40, 'a', 'b');
  expect(hand.splitIds()).toEqual(['b']);
  be(20);
  expect(hand.splitIds()).toEqual([]);
});

test('an edge is brought to the playhead from what is selected there, else from the film', () => {
  const { hand, be } = open();
  be(10, 'b');
  expect(hand.trimmed()?.item.id).toBe('a');
  be(40, 'b');
  expect(hand.trimmed()?.item.id).toBe('b');
});

test('a hole is closed that is selected or under the playhead, and no clip is taken for one', () => {
  const { hand, be } = open();
  be(25);
  expect(hand.gap()?.item.id).toBe('hole');
  be(0, 'hole');
  expect(hand.gap()?.item.id).toBe('hole');
  be(0, 'a');
  expect(hand.gap()).toBeNull();
});

test('clips leave holes out, and only one clip alone can be unlinked', () => {
  const { hand, be } = open();
  be(0, 'a', 'hole', 'b');
  expect(hand.clips().map(({ id }) => id)).toEqual(['a', 'b']);
  expect(hand.linkedClip()).toBeNull();
  be(0, 'b');
  expect(hand.linkedClip()?.id).toBe('b');
  be(0, 'a');
  expect(hand.linkedClip()).toBeNull();
});
