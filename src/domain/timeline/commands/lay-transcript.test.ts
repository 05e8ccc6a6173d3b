import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frames, itemId, makeClip, makeTracks, testRate } from '../../../testing/builders/timeline-rows.ts';
import { unwrap } from '../../kernel/result.ts';
import { groupSpokenWords, type SpokenWord } from '../group-spoken-words.ts';
import type { CaptionItem, Item } from '../records.ts';
import { applyPatch, indexTimeline } from '../timeline-index.ts';
import { layTranscript } from './lay-transcript.ts';

const say = (text: string, fromSeconds: number, secondsEach = 0.4): SpokenWord[] =>
  text.split(' ').map((word, i) => ({
    text: word,
    startSeconds: fromSeconds + i * secondsEach,
    endSeconds: fromSeconds + (i + 1) * secondsEach,
  }));

describe('words as captions', () => {
  test('a silence and a full line end one', () => {
    const words = [...say('Who lit the lamp?', 1), ...say('Nobody knows.', 5)];
    expect(groupSpokenWords(words, testRate)).toMatchObject([
      { text: 'Who lit the lamp?', startFlicks: frames(24) },
      { text: 'Nobody knows.', startFlicks: frames(120) },
    ]);
  });

  const word = fc.record({
    text: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
    gapSeconds: fc.double({ min: 0, max: 2, noNaN: true }),
    lengthSeconds: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('no word is lost, none overlap, all stand for a frame at least', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (list) => {
        let at = 0;
        const words = list.map(({ text, gapSeconds, lengthSeconds }) => {
          const startSeconds = at + gapSeconds;
          at = startSeconds + lengthSeconds;
          return { text, startSeconds, endSeconds: at };
        });
        const captions = groupSpokenWords(words, testRate);
        for (const [i, { startFlicks, endFlicks }] of captions.entries()) {
          expect(endFlicks - startFlicks).toBeGreaterThanOrEqual(frames(1));
          const next = captions[i + 1];
          if (next !== undefined) expect(endFlicks).toBeLessThanOrEqual(next.startFlicks);
        }
        const letters = (text: string): string => text.replace(/\s+/gu, '');
        expect(letters(captions.map(({ text }) => text).join(''))).toBe(
          letters(words.map(({ text }) => text).join('')),
        );
      }),
    );
  });
});

describe('a transcript on the timeline', () => {
  /** Four seconds of a medium, from its second second on. */
  const clip = makeClip('heard', 96, { sourceInFlicks: frames(24), sourceLengthFlicks: frames(480) });
  const open = (items: readonly Item[]) =>
    indexTimeline({ tracks: makeTracks(), items, transitions: [] }, testRate);
  const words = [...say('Before the cut.', 0, 0.2), ...say('Who lit the lamp?', 2), ...say('After it.', 9)];
  const lay = (index: ReturnType<typeof open>) => layTranscript(index, { itemId: itemId('heard'), words });
  const captionsOf = (index: ReturnType<typeof open>): CaptionItem[] =>
    [...index.items.values()].filter((item) => item.kind === 'caption');

  test('only what the clip shows is laid, where it is heard', () => {
    const index = open([clip]);
    applyPatch(index, unwrap(lay(index)));
    expect(captionsOf(index)).toMatchObject([
      { text: 'Who lit the lamp?', anchor: { to: 'item', itemId: 'heard', offsetFlicks: frames(24) } },
    ]);
  });

  test('a second time lays nothing, and a caption that is there stays', () => {
    const index = open([clip]);
    applyPatch(index, unwrap(lay(index)));
    expect(unwrap(lay(index)).changes).toEqual([]);
    const own: CaptionItem = {
      ...{ id: itemId('own'), projectId: clip.projectId, trackId: makeTracks()[4]?.id ?? clip.trackId },
      ...{ order: 'a0', kind: 'caption', durationFlicks: frames(48), text: 'Mine.', speaker: null },
      ...{ anchor: { to: 'item', itemId: clip.id, offsetFlicks: frames(12) }, shotId: null, assembled: null },
    };
    expect(unwrap(lay(open([clip, own]))).changes).toEqual([]);
  });

  test('only a clip has something that is said', () => {
    expect(layTranscript(open([clip]), { itemId: itemId('gone'), words }).ok).toBe(false);
  });
});
