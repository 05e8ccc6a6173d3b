import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shotId } from '../../testing/builders/story-rows.ts';
import {
  assetId,
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTitle,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import { randomEdit, runEdit } from '../../testing/random-edits.ts';
import type { MediaFacts } from '../assets/asset.ts';
import type { Item, Transition } from '../timeline/records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline/timeline-index.ts';
import { exportPresets } from './export-presets.ts';
import type { FilmSegment, FilmSettings } from './film-segments.ts';
import { describeFilmFrame, planFilm } from './plan-film.ts';

const facts: MediaFacts = {
  container: 'mov',
  durationFlicks: frames(1000),
  video: {
    codec: 'h264',
    widthPx: 1280,
    heightPx: 720,
    rotationDegrees: 0,
    fpsNum: 24,
    fpsDen: 1,
    variableRate: false,
    frames: 1000,
    hasAlpha: false,
    colour: { primaries: null, transfer: null, matrix: null, range: null },
  },
  audio: null,
};
/** Asset 9 is of another size; all others are as the film. */
const settings: FilmSettings = {
  widthPx: 1280,
  heightPx: 720,
  preset: exportPresets.standard,
  captions: 'burn',
  factsOf: (id) =>
    id === assetId(9) && facts.video ? { ...facts, video: { ...facts.video, widthPx: 640 } } : facts,
};
const brief = ({ kind, fromFrame, toFrame }: FilmSegment): string => `${kind} ${fromFrame}-${toFrame}`;
function plan(
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
  more: Partial<FilmSettings> = {},
) {
  const index = indexTimeline(makeRows(main, others, transitions), testRate);
  return { index, ...planFilm(index, { ...settings, ...more }) };
}

describe('planFilm', () => {
  test('clips of the right size pass directly, cut by cut', () => {
    const { segments, frames: count } = plan([
      makeClip('a', 30),
      makeGap('g', 20),
      makeClip('b', 30, { assetId: assetId(9) }),
    ]);
    expect(segments.map(brief)).toEqual(['direct 0-30', 'composite 30-50', 'composite 50-80']);
    expect(segments[0]).toMatchObject({ assetId: assetId(1), sourceFlicks: frames(30) });
    expect(count).toBe(80);
  });

  test('what is mixed, covered, faded or held is drawn', () => {
    const held = makeClip('c', 60, { sourceInFlicks: 0, sourceLengthFlicks: frames(40) });
    const others = [
      makeTitle('t', 10, { anchor: { to: 'item', itemId: itemId('a'), offsetFlicks: frames(20) } }),
    ];
    const { segments } = plan(
      [makeClip('a', 60), makeClip('b', 60, { fadeOutFlicks: frames(15) }), held],
      others,
      [makeTransition('a', 10)],
    );
    expect(segments.map(brief)).toEqual([
      'direct 0-20',
      'composite 20-30',
      'direct 30-55',
      'composite 55-65',
      'direct 65-105',
      'composite 105-120',
      'direct 120-160',
      'composite 160-180',
    ]);
  });

  test('captions matter only when they are burned in', () => {
    const others = [makeCaption('hello', 20, { anchor: { to: 'time', atFlicks: frames(20) } })];
    expect(plan([makeClip('a', 60)], others).segments).toHaveLength(3);
    expect(plan([makeClip('a', 60)], others, [], { captions: 'sidecar' }).segments.map(brief)).toEqual([
      'direct 0-60',
    ]);
  });

  test('a segment is told by its pictures, not by its place: after a ripple the rest is found again', () => {
    const rest = [makeClip('b', 40), makeClip('c', 40, { assetId: assetId(2) })];
    const before = plan([makeClip('a', 60), ...rest], [], [makeTransition('b', 10)]);
    const after = plan([makeClip('a', 50), ...rest], [], [makeTransition('b', 10)]);
    const inputs = (segments: readonly FilmSegment[]): string[] =>
      segments.map((segment) => segment.digestInput);
    expect(inputs(after.segments).slice(1)).toEqual(inputs(before.segments).slice(1));
    expect(inputs(after.segments)[0]).not.toBe(inputs(before.segments)[0]);
    expect(after.digestInput).not.toBe(before.digestInput);
  });

  test('gain shapes the film but no segment; the look of a title shapes its segment', () => {
    const quiet = plan([makeClip('a', 60, { gainDb: -6 })]);
    const loud = plan([makeClip('a', 60)]);
    expect(quiet.segments).toEqual(loud.segments);
    expect(quiet.digestInput).not.toBe(loud.digestInput);
    const [one, two] = ['title', 'credits'].map((style) =>
      plan([makeClip('a', 60)], [makeTitle('t', 10, { style: style as 'title' })]),
    );
    expect(one?.segments[0]?.digestInput).not.toBe(two?.segments[0]?.digestInput);
  });

  test('an empty timeline is an empty plan', () => {
    expect(plan([])).toMatchObject({ frames: 0, segments: [], audio: [] });
  });

  test('equal digest input means equal pictures, whatever was edited', () => {
    fc.assert(
      fc.property(fc.array(randomEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        const main = [0, 1, 2, 3, 4].map((i) => makeClip(`m${i}`, 14 + i, { shotId: shotId(`s${i}`) }));
        const others = main.map((clip, i): Item => {
          const anchor = { to: 'item', itemId: clip.id, offsetFlicks: frames(3 * i) } as const;
          return i % 2 === 0
            ? makeCaption(`o${i}`, 8, { anchor, shotId: clip.shotId })
            : makeTitle(`o${i}`, 8, { anchor, fadeInFlicks: frames(3) });
        });
        const index = indexTimeline(makeRows(main, others, [makeTransition('m1', 6)]), testRate);
        const pictures = new Map<string, string>();
        edits.forEach((edit, serial) => {
          for (const { digestInput, fromFrame, toFrame } of planFilm(index, settings).segments) {
            const shown = picturesOf(index, fromFrame, toFrame);
            expect(pictures.get(digestInput) ?? shown).toBe(shown);
            pictures.set(digestInput, shown);
          }
          const result = runEdit(index, edit, serial);
          if (result.ok) applyPatch(index, result.value);
        });
      }),
    );
  });

  test('segments cover every frame once, and a direct one is what is shown in each of its frames', () => {
    const clip = fc.record({
      length: fc.integer({ min: 1, max: 40 }),
      kind: fc.constantFrom('clip', 'clip', 'clip', 'gap', 'other'),
      fade: fc.integer({ min: 0, max: 5 }),
      dissolve: fc.integer({ min: 0, max: 12 }),
      handle: fc.integer({ min: -30, max: 60 }),
      over: fc.constantFrom(null, 'title', 'caption', 'video'),
      at: fc.integer({ min: -10, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(clip, { maxLength: 8 }), (list) => {
        const main = list.map(({ length, kind, fade, handle }, i): Item => {
          if (kind === 'gap') return makeGap(`m${i}`, length);
          return makeClip(`m${i}`, length, {
            assetId: assetId(kind === 'other' ? 9 : 1),
            fadeInFlicks: frames(fade),
            sourceInFlicks: 0,
            sourceLengthFlicks: frames(Math.max(1, length + handle)),
          });
        });
        const others = list.flatMap(({ over, at }, i): Item[] => {
          const anchor = { to: 'item', itemId: itemId(`m${i}`), offsetFlicks: frames(at) } as const;
          if (over === 'title') return [makeTitle(`o${i}`, 15, { anchor })];
          if (over === 'caption') return [makeCaption(`o${i}`, 15, { anchor })];
          return over === null ? [] : [makeClip(`o${i}`, 15, { anchor, trackId: trackId('video') })];
        });
        const transitions = list.flatMap(({ dissolve }, i) =>
          dissolve > 0 ? [makeTransition(`m${i}`, dissolve)] : [],
        );
        const { index, segments, frames: count } = plan(main, others, transitions);
        let at = 0;
        for (const segment of segments) {
          expect(segment.fromFrame).toBe(at);
          expect(segment.toFrame).toBeGreaterThan(at);
          at = segment.toFrame;
          if (segment.kind === 'composite') continue;
          for (let frame = segment.fromFrame; frame < segment.toFrame; frame++) {
            expect(describeFilmFrame(index, frames(frame), 'burn').layers).toMatchObject([
              {
                kind: 'picture',
                opacity: 1,
                assetId: segment.assetId,
                sourceFlicks: segment.sourceFlicks + frames(frame - segment.fromFrame),
              },
            ]);
          }
        }
        expect(at).toBe(count);
      }),
    );
  });
});

/** What is drawn in a stretch of frames, without the names of what it comes from. */
function picturesOf(index: TimelineIndex, fromFrame: number, toFrame: number): string {
  const shown = [];
  for (let frame = fromFrame; frame < toFrame; frame++) {
    const { layers } = describeFilmFrame(index, frames(frame), 'burn');
    shown.push(layers.map((layer) => ({ ...layer, itemId: null, shotId: null })));
  }
  return JSON.stringify(shown);
}
