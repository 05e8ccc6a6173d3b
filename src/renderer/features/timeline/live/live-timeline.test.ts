import { describe, expect, test } from 'vitest';
import type { EditReceipt } from '../../../../contract/base.ts';
import { addChange, patchOf, type RecordsPatch } from '../../../../domain/kernel/patch.ts';
import { unwrap } from '../../../../domain/kernel/result.ts';
import { rippleTrim } from '../../../../domain/timeline/commands/ripple-trim.ts';
import { slipClip } from '../../../../domain/timeline/commands/slip-clip.ts';
import { splitItem } from '../../../../domain/timeline/commands/split-item.ts';
import { startOf } from '../../../../domain/timeline/queries.ts';
import type { Step } from '../../../../domain/timeline/run-together.ts';
import { createSentRows } from '../../../../playback/sent-rows.ts';
import {
  frames,
  itemId,
  makeClip,
  makeRows,
  testProjectId,
} from '../../../../testing/builders/timeline-rows.ts';
import { rowsOf } from '../../../../testing/timeline-model.ts';
import { createProjectMirror } from '../../../state/project-mirror.ts';
import { createLiveTimeline } from './live-timeline.ts';

const a = itemId('a');
const b = itemId('b');

function open() {
  const mirror = createProjectMirror();
  const rows = makeRows([makeClip('a', 20), makeClip('b', 30)]);
  mirror.receive({ kind: 'rows', entity: 'track', rows: rows.tracks });
  mirror.receive({ kind: 'rows', entity: 'item', rows: rows.items });
  mirror.receive({ kind: 'ready' });
  const live = createLiveTimeline(mirror, testProjectId);
  live.follow();
  const send = (patch: RecordsPatch): void =>
    mirror.receive({ kind: 'patch', patch, label: 'Edit', undoable: true });
  return { mirror, live, send };
}

const shorter: Step = (index) => rippleTrim(index, { itemId: a, edge: 'end', toFlicks: frames(15) });
const slipped: Step = (index) => slipClip(index, { itemId: b, byFlicks: frames(2) });
const receipt: EditReceipt = { label: 'Edit', changes: 1, added: [] };
/** Follows by what it is told alone, and compares that with a look at everything. */
function followed(live: ReturnType<typeof open>['live']) {
  const sent = createSentRows();
  sent.changes(live.index(), null);
  let told = 0;
  live.subscribe((touched) => {
    told++;
    sent.changes(live.index(), touched);
    expect(sent.changes(live.index(), null).changes).toEqual([]);
  });
  return () => told;
}
const sourceIn = (live: ReturnType<typeof open>['live']): number => {
  const item = live.index().items.get(b);
  return item?.kind === 'clip' ? item.sourceInFlicks : -1;
};

describe('the timeline that is shown', () => {
  test('who listens is told every row that was touched', async () => {
    const { live, send } = open();
    const told = followed(live);
    live.preview(shorter);
    live.attempt(slipped);
    live.preview(slipped);
    send(unwrap(shorter(live.index())));
    await live.commit(slipped, async () => null);
    live.preview(null);
    expect(told()).toBeGreaterThan(4);
  });

  test('a preview is the edit itself, and leaves no trace', () => {
    const { live } = open();
    const before = rowsOf(live.index());
    expect(live.preview(shorter).ok).toBe(true);
    expect(startOf(live.index(), b)).toBe(frames(15));
    live.preview(null);
    expect(rowsOf(live.index())).toEqual(before);
    const far: Step = (index) => rippleTrim(index, { itemId: a, edge: 'end', toFlicks: frames(900) });
    expect(live.preview(far)).toMatchObject({ ok: false, fault: { code: 'timeline.no-media' } });
    expect(rowsOf(live.index())).toEqual(before);
  });

  test('lists that stand still during a drag hear of it once it is over', () => {
    const { live } = open();
    const settled = live.settled.revision();
    live.preview(shorter);
    expect(live.settled.revision()).toBe(settled);
    live.preview(null);
    expect(live.settled.revision()).toBe(settled + 1);
  });

  test('a patch of the studio goes beneath a preview', () => {
    const { live, mirror, send } = open();
    live.preview(shorter);
    send(patchOf([addChange('item', makeClip('c', 10, { order: 'zz' }))]));
    expect(live.index().main.size).toBe(3);
    expect(startOf(live.index(), b)).toBe(frames(15));
    live.preview(null);
    expect(rowsOf(live.index()).items.map(({ id }) => id)).toEqual(
      [...mirror.rows('item')].map(({ id }) => id).sort(),
    );
    expect(startOf(live.index(), b)).toBe(frames(20));
  });

  test('an edit is shown at once and not twice, whether its patch or its answer comes first', async () => {
    for (const patchFirst of [true, false]) {
      const { live, send } = open();
      const from = sourceIn(live);
      let answer: (value: EditReceipt) => void = () => undefined;
      const asked = live.commit(slipped, () => new Promise((resolve) => (answer = resolve)));
      expect(sourceIn(live)).toBe(from + frames(2));
      const patch = unwrap(slipClip(open().live.index(), { itemId: b, byFlicks: frames(2) }));
      if (patchFirst) send(patch);
      answer(receipt);
      await asked;
      expect(sourceIn(live)).toBe(from + frames(2));
      if (!patchFirst) send(patch);
      expect(sourceIn(live)).toBe(from + frames(2));
    }
  });

  test('new rows get the ids that the studio gives them', async () => {
    const { live, send } = open();
    const split = (index: Parameters<Step>[0], id: string) =>
      splitItem(index, { itemId: b, atFlicks: frames(30), newId: () => id });
    const patch = unwrap(split(open().live.index(), 'real'));
    await live.commit(
      (index) => split(index, 'shown'),
      async () => receipt,
    );
    expect(live.index().items.has(itemId('shown'))).toBe(true);
    send(patch);
    expect(live.index().items.has(itemId('shown'))).toBe(false);
    expect(live.index().items.has(itemId('real'))).toBe(true);
    expect(live.index().main.size).toBe(3);
  });

  test('what the studio refuses snaps back', async () => {
    const { live } = open();
    const before = rowsOf(live.index());
    await live.commit(shorter, async () => null);
    expect(rowsOf(live.index())).toEqual(before);
  });

  test('what came while the page was hidden is there when it is shown again', () => {
    const { mirror, send } = open();
    const live = createLiveTimeline(mirror, testProjectId);
    const stop = live.follow();
    stop();
    send(patchOf([addChange('item', makeClip('c', 10, { order: 'zz' }))]));
    expect(live.index().main.size).toBe(2);
    live.follow();
    expect(live.index().main.size).toBe(3);
  });
});
