import { describe, expect, test } from 'vitest';
import { sceneId, shotId } from '../../../testing/builders/story-rows.ts';
import {
  frames,
  itemId,
  makeClip,
  makeRows,
  makeTrack,
  testRate,
  trackId,
} from '../../../testing/builders/timeline-rows.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { describeAudio } from '../audio-plan.ts';
import type { ClipItem } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { duplicateItems } from './duplicate-items.ts';
import { linkToShot } from './link-to-shot.ts';
import { setClips } from './set-clips.ts';
import { setTrackSound } from './set-track-sound.ts';
import { slipClip } from './slip-clip.ts';
import { splitItem } from './split-item.ts';
import { trimItem } from './trim-item.ts';

const newId = (): string => 'new';
const line = { what: 'speech', shotId: shotId('x') } as const;

/** A clip of shot x with its line, and music that repeats every 75 of its 100 frames. */
function film(): TimelineIndex {
  const anchor = { to: 'item', itemId: itemId('a'), offsetFlicks: frames(10) } as const;
  const onSound = { trackId: trackId('audio'), sourceInFlicks: 0 };
  const rows = makeRows(
    [makeClip('a', 200, { shotId: line.shotId }), makeClip('b', 200)],
    [
      makeClip('line', 50, { ...onSound, trackId: trackId('voices'), anchor, soundOf: line }),
      makeClip('music', 300, {
        ...onSound,
        anchor: { to: 'time', atFlicks: 0 },
        sourceLengthFlicks: frames(100),
        loops: true,
        soundOf: { what: 'music', sceneId: sceneId('one') },
      }),
    ],
  );
  const voices = makeTrack('audio', 'a01', { id: trackId('voices'), role: 'dialogue' });
  return indexTimeline({ ...rows, tracks: [...rows.tracks, voices] }, testRate);
}

function done(index: TimelineIndex, result: Result<RecordsPatch>): void {
  if (!result.ok) throw new Error(result.fault.message);
  applyPatch(index, result.value);
}
const clipOf = (index: TimelineIndex, id: string): ClipItem => {
  const item = index.items.get(itemId(id));
  if (item?.kind !== 'clip') throw new Error(`no clip ${id}`);
  return item;
};
const codeOf = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.fault.code);

describe('a clip that begins again', () => {
  test('is pulled out further than its medium, and cut and slipped where it is in it', () => {
    const index = film();
    done(index, trimItem(index, { itemId: itemId('music'), edge: 'end', toFlicks: frames(390), newId }));
    done(index, trimItem(index, { itemId: itemId('music'), edge: 'start', toFlicks: frames(80), newId }));
    expect(clipOf(index, 'music')).toMatchObject({ durationFlicks: frames(310), sourceInFlicks: frames(5) });
    done(index, splitItem(index, { itemId: itemId('music'), atFlicks: frames(180), newId }));
    expect(clipOf(index, 'new')).toMatchObject({ sourceInFlicks: frames(30), loops: true });
    done(index, slipClip(index, { itemId: itemId('music'), byFlicks: frames(-10) }));
    expect(clipOf(index, 'music').sourceInFlicks).toBe(frames(70));
  });

  test('ends with its medium when it is told to, and pictures never repeat', () => {
    const index = film();
    done(index, setClips(index, { itemIds: [itemId('music')], loops: false }));
    expect(clipOf(index, 'music')).toMatchObject({ loops: false, durationFlicks: frames(100) });
    expect(codeOf(setClips(index, { itemIds: [itemId('a')], loops: true }))).toBe('timeline.wrong-kind');
  });
});

test('a copy of a clip has a copy of its line; a line lets go of its shot as a picture does', () => {
  const index = film();
  let count = 0;
  const result = duplicateItems(index, {
    itemIds: [itemId('a')],
    atFlicks: frames(400),
    newId: () => `n${count++}`,
  });
  done(index, result);
  const copies = [...index.items.values()].filter(
    (item) => item.kind === 'clip' && item.soundOf?.what === 'speech',
  );
  expect(copies).toHaveLength(2);
  done(index, linkToShot(index, { itemId: itemId('line'), shot: null }));
  expect(clipOf(index, 'line')).toMatchObject({ soundOf: null, assembled: null });
});

test('only tracks of sound have a use; whatever sounds can go down', () => {
  const index = film();
  done(index, setTrackSound(index, { trackId: trackId('audio'), role: 'effects', ducks: true }));
  expect(index.tracks.get(trackId('audio'))).toMatchObject({ role: 'effects', ducks: true });
  done(index, setTrackSound(index, { trackId: trackId('audio'), role: null }));
  expect(index.tracks.get(trackId('audio'))).toMatchObject({ role: null, ducks: true });
  done(index, setTrackSound(index, { trackId: trackId('main'), ducks: true }));
  const own = describeAudio(index, 0, frames(400)).find(({ itemId: id }) => id === 'a');
  expect(own?.dips).toHaveLength(1);
  for (const wish of [
    { trackId: trackId('main'), role: 'music' },
    { trackId: trackId('title'), ducks: true },
  ] as const) {
    expect(codeOf(setTrackSound(index, wish))).toBe('timeline.no-track');
  }
});
