import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeAsset,
  makeScene,
  makeShot,
  makeTake,
  shotId,
  takeId,
} from '../../../testing/builders/story-rows.ts';
import { frames, testProjectId, testRate } from '../../../testing/builders/timeline-rows.ts';
import { randomEdit, runEdit } from '../../../testing/random-edits.ts';
import { expectIndexTrue, rowsOf } from '../../../testing/timeline-model.ts';
import { reversePatch } from '../../kernel/patch.ts';
import type { Shot } from '../../shots/shot.ts';
import { Item, Track, Transition } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { assembleTimeline } from './assemble-timeline.ts';
import type { AssemblyInput } from './assembly-input.ts';
import { clipIdOf } from './clip-plans.ts';

const takes = Array.from({ length: 6 }, (_, i) =>
  makeTake(`t${i}`, 'any', i + 1, { kind: i % 3 === 0 ? 'still' : 'clip' }),
);
const sounds = [
  makeTake('s0', 'any', 11, { kind: 'speech' }),
  makeTake('s1', 'any', 12, { kind: 'speech' }),
  makeTake('m0', 'any', 13, { kind: 'music' }),
  makeTake('e0', 'any', 14, { kind: 'effect' }),
];
const assets = [
  ...takes.map((_, i) => makeAsset(i + 1, i % 3 === 0 ? 0 : 60 + i * 20)),
  ...[31, 130, 200, 40].map((length, i) => makeAsset(11 + i, length)),
];
const effect = (id: string) => ({ id, prompt: `Shot ${id}`, chosenTakeId: takeId('e0') });
const fixed = {
  projectId: testProjectId,
  rate: testRate,
  credits: { title: 'A film', credit: null, author: 'Ada' },
  scenes: [
    makeScene('one', 'a0', { chosenMusicId: takeId('m0'), effects: [effect('x')] }),
    makeScene('two', 'a1', { effects: [effect('y'), effect('z')] }),
  ],
  takes: new Map([...takes, ...sounds].map((take) => [take.id, take])),
  assets: new Map(assets.map((asset) => [asset.id, asset])),
} satisfies Partial<AssemblyInput>;

const anyShot = fc
  .record({
    seconds: fc.integer({ min: 1, max: 6 }),
    words: fc.option(fc.lorem({ maxCount: 30 }), { nil: null }),
    offScreen: fc.boolean(),
    out: fc.constantFrom('cut', 'cut', 'dissolve', 'fade-to-black', 'fade-to-white'),
    take: fc.option(fc.nat({ max: 5 }), { nil: null }),
    speech: fc.option(fc.nat({ max: 1 }), { nil: null }),
    second: fc.boolean(),
    order: fc.nat({ max: 35 }),
  })
  .map(({ seconds, words, offScreen, out, take, speech, second, order }) => ({
    durationFlicks: frames(seconds * 24) + 7,
    dialogue: words === null ? null : { speaker: 'MARA', text: words, parenthetical: null, offScreen },
    transitionOut: out as Shot['transitionOut'],
    chosenClipId: take === null ? null : takeId(`t${take}`),
    chosenSpeechId: speech === null ? null : takeId(`s${speech}`),
    sceneId: makeScene(second ? 'two' : 'one', 'a0').id,
    order: `a${order.toString(36)}`,
  }));

/** A story as it is rewritten: at each stage some of eight shots, each with what it is then. */
const stages = fc.array(
  fc.record({
    shots: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), anyShot, { maxKeys: 8 }),
    edits: fc.array(randomEdit, { maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 5 },
);

interface Stage {
  readonly shots: readonly Shot[];
  readonly before: TimelineIndex;
  readonly after: TimelineIndex;
}

/** Assembles each stage of a story and edits what came out; `look` sees every assembly. */
function tell(
  list: typeof stages extends fc.Arbitrary<infer S> ? S : never,
  edited: boolean,
  look: (stage: Stage) => void,
): void {
  const index = indexTimeline({ tracks: [], items: [], transitions: [] }, testRate);
  let serial = 0;
  for (const stage of list) {
    const shots = Object.entries(stage.shots).map(([id, more]) => makeShot(id, 'a0', more));
    const before = indexTimeline(rowsOf(index), testRate);
    const patch = assembleTimeline({ ...fixed, shots, rows: rowsOf(index) });
    applyPatch(index, patch);
    applyPatch(index, reversePatch(patch));
    expect(rowsOf(index)).toEqual(rowsOf(before));
    applyPatch(index, patch);
    look({ shots, before, after: index });
    if (!edited) continue;
    for (const edit of stage.edits) {
      const result = runEdit(index, edit, serial++);
      if (result.ok) applyPatch(index, result.value);
    }
  }
}

const storyOrder = (shots: readonly Shot[]): string[] =>
  [...shots]
    .sort((a, b) =>
      a.sceneId !== b.sceneId
        ? a.sceneId < b.sceneId
          ? -1
          : 1
        : a.order !== b.order
          ? a.order < b.order
            ? -1
            : 1
          : a.id < b.id
            ? -1
            : 1,
    )
    .map((shot) => shot.id);

describe('assembly, whatever the story and the edits', () => {
  test('twice is once, rows are valid, the index stays true, nothing of gone shots is left', () => {
    fc.assert(
      fc.property(stages, (list) => {
        tell(list, true, ({ shots, after }) => {
          expect(assembleTimeline({ ...fixed, shots, rows: rowsOf(after) }).changes).toEqual([]);
          expectIndexTrue(after);
          for (const track of after.tracks.values()) expect(Track.parse(track)).toEqual(track);
          for (const transition of after.transitions.values()) {
            expect(Transition.parse(transition)).toEqual(transition);
            expect(after.items.has(transition.leftItemId)).toBe(true);
          }
          const ids = new Set(shots.map((shot) => shot.id));
          for (const item of after.items.values()) {
            expect(Item.parse(item)).toEqual(item);
            if ('shotId' in item && item.shotId !== null) expect(ids).toContain(item.shotId);
            if (item.anchor?.to === 'item') {
              expect(after.items.get(item.anchor.itemId)?.trackId).toBe(after.mainTrackId);
            }
          }
        });
      }),
    );
  });

  test('a story that nobody edited is laid in story order, each clip as long as its shot or its line', () => {
    fc.assert(
      fc.property(stages, (list) => {
        tell(list, false, ({ shots, after }) => {
          const main = [...after.main].flatMap((item) => (item.kind === 'clip' ? [item] : []));
          expect(main.map((item) => item.shotId)).toEqual(storyOrder(shots));
          for (const shot of shots) {
            const clip = after.items.get(clipIdOf(testProjectId, shot.id));
            // 0.3 seconds before the words and 0.4 behind them, in whole frames.
            const line = shot.chosenSpeechId === null ? 0 : shot.chosenSpeechId === 's0' ? 48 : 147;
            expect(clip?.durationFlicks).toBe(Math.max(shot.durationFlicks - 7, frames(line)));
          }
        });
      }),
    );
  });

  test('what people made of a clip is never taken back', () => {
    fc.assert(
      fc.property(stages, (list) => {
        tell(list, true, ({ before, after }) => {
          for (const item of before.items.values()) {
            const now = after.items.get(item.id);
            if (item.kind !== 'clip' || now?.kind !== 'clip' || item.assembled === null) continue;
            const written = item.assembled;
            if (written['durationFlicks'] !== item.durationFlicks) {
              expect(now.durationFlicks).toBe(item.durationFlicks);
            }
            if (written['order'] !== item.order) expect(now.order).toBe(item.order);
            expect([now.sourceInFlicks, now.gainDb, now.muted, now.trackId]).toEqual([
              item.sourceInFlicks,
              item.gainDb,
              item.muted,
              item.trackId,
            ]);
          }
        });
      }),
    );
  });

  test('a shot that lost its clip to a person does not get another one', () => {
    fc.assert(
      fc.property(stages, (list) => {
        let last: readonly Shot[] = [];
        tell(list, true, ({ shots, before, after }) => {
          for (const { id } of last) {
            const had = before.byShot.has(shotId(id));
            const clipId = clipIdOf(testProjectId, id);
            // The clip that was made for it may still be there, unlinked by a person or linked to another shot.
            if (shots.some((shot) => shot.id === id) && !had && !before.items.has(clipId)) {
              expect(after.items.has(clipId)).toBe(false);
            }
          }
          last = shots;
        });
      }),
    );
  });
});
