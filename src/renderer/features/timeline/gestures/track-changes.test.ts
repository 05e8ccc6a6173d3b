import { expect, test } from 'vitest';
import { TrackId } from '../../../../domain/kernel/ids.ts';
import type { Track } from '../../../../domain/timeline/records.ts';
import { makeCaption, makeClip, makeTracks, trackId } from '../../../../testing/builders/timeline-rows.ts';
import { layOutTracks } from '../geometry/track-layout.ts';
import { trackChanges } from './track-changes.ts';

const [audio, main, video, title, caption] = ['audio', 'main', 'video', 'title', 'caption'].map((kind) => {
  const found = makeTracks().find((track) => track.kind === kind);
  if (found === undefined) throw new Error(`no track for ${kind}`);
  return found;
}) as [Track, Track, Track, Track, Track];
const named = (track: Track, name: string): Track => ({ ...track, id: TrackId.parse(name) });
const [second, third] = [named(video, 'video-2'), named(video, 'video-3')];
const rows = layOutTracks([audio, main, video, second, third, title, caption], {});
const clip = (id: string, track: Track) => ({ ...makeClip(id, 10), trackId: track.id });

test('what is dragged goes to the track under the pointer, the others as many rows along', () => {
  const [a, b] = [clip('a', video), clip('b', second)];
  expect(trackChanges(rows, [a, b], a, second)).toEqual([
    { from: video.id, to: second.id },
    { from: second.id, to: third.id },
  ]);
});

test('who finds no track that takes it stays on its own', () => {
  const [a, words] = [clip('a', video), makeCaption('words', 5, { trackId: trackId('caption') })];
  expect(trackChanges(rows, [a, words], a, second)).toEqual([{ from: video.id, to: second.id }]);
});

test('nothing changes tracks over its own track, over the film, or over one that does not take it', () => {
  const a = clip('a', video);
  for (const over of [video, main, caption, null]) expect(trackChanges(rows, [a], a, over)).toEqual([]);
});
