import { describe, expect, test } from 'vitest';
import {
  assetId,
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTitle,
  makeTracks,
  makeTransition,
  testRate,
  trackId,
} from '../../testing/builders/timeline-rows.ts';
import { describeFrame, type Layer } from './frame-plan.ts';
import type { Item, Transition } from './records.ts';
import { indexTimeline } from './timeline-index.ts';

function layersAt(
  frame: number,
  main: readonly Item[],
  others: readonly Item[] = [],
  transitions: readonly Transition[] = [],
) {
  return describeFrame(indexTimeline(makeRows(main, others, transitions), testRate), frames(frame)).layers;
}

function briefLayer(layer: Layer): string {
  switch (layer.kind) {
    case 'picture':
      return `${layer.itemId}@${layer.sourceFlicks / frames(1)} ${layer.opacity}`;
    case 'colour':
      return `${layer.rgb.join(',')} ${layer.opacity}`;
    case 'title':
    case 'caption':
      return `${layer.kind} ${layer.text} ${layer.opacity}`;
  }
}

const brief = (layers: readonly Layer[]): string[] => layers.map(briefLayer);

describe('describeFrame', () => {
  const a = makeClip('a', 10);
  const b = makeClip('b', 10);

  test('a cut shows one clip up to its last frame and the next one from its first', () => {
    expect(brief(layersAt(9, [a, b]))).toEqual(['a@19 1']);
    expect(brief(layersAt(10, [a, b]))).toEqual(['b@10 1']);
    expect(layersAt(20, [a, b])).toEqual([]);
    expect(layersAt(-1, [a, b])).toEqual([]);
  });

  test('a gap is black, and so is a hidden main track', () => {
    expect(layersAt(12, [a, makeGap('g', 5), b])).toEqual([]);
    const rows = makeRows([a]);
    const tracks = makeTracks().map((track) => ({ ...track, hidden: track.kind === 'main' }));
    expect(describeFrame(indexTimeline({ ...rows, tracks }, testRate), 0).layers).toEqual([]);
  });

  test('a dissolve mixes both sides around the cut, from handle to handle', () => {
    const dissolve = [makeTransition('a', 4)];
    expect(brief(layersAt(7, [a, b], [], dissolve))).toEqual(['a@17 1']);
    expect(brief(layersAt(8, [a, b], [], dissolve))).toEqual(['a@18 1', 'b@8 0.125']);
    expect(brief(layersAt(11, [a, b], [], dissolve))).toEqual(['a@21 1', 'b@11 0.875']);
    expect(brief(layersAt(12, [a, b], [], dissolve))).toEqual(['b@12 1']);
  });

  test('where a side has no handle, its edge frame is held', () => {
    const whole = { sourceInFlicks: 0, sourceLengthFlicks: frames(10) };
    const dissolve = [makeTransition('a', 4)];
    const main = [makeClip('a', 10, whole), makeClip('b', 10, whole)];
    expect(brief(layersAt(8, main, [], dissolve))).toEqual(['a@8 1', 'b@0 0.125']);
    expect(brief(layersAt(11, main, [], dissolve))).toEqual(['a@9 1', 'b@1 0.875']);
  });

  test('a dissolve takes at most half of a short neighbour', () => {
    const main = [a, makeClip('b', 2)];
    expect(brief(layersAt(10, main, [], [makeTransition('a', 8)]))).toHaveLength(2);
    expect(brief(layersAt(11, main, [], [makeTransition('a', 8)]))).toEqual(['b@3 1']);
  });

  test('a dissolve into a gap goes to black', () => {
    const main = [a, makeGap('g', 10)];
    expect(brief(layersAt(11, main, [], [makeTransition('a', 4)]))).toEqual(['a@21 1', '0,0,0 0.875']);
  });

  test('a fade through black or white covers the cut', () => {
    const fade = [makeTransition('a', 4, 'fade-black')];
    expect(brief(layersAt(8, [a, b], [], fade))).toEqual(['a@18 1', '0,0,0 0.25']);
    expect(brief(layersAt(9, [a, b], [], fade))).toEqual(['a@19 1', '0,0,0 0.75']);
    expect(brief(layersAt(10, [a, b], [], fade))).toEqual(['b@10 1', '0,0,0 0.75']);
    const white = [makeTransition('a', 4, 'fade-white')];
    expect(brief(layersAt(9, [a, b], [], white))).toEqual(['a@19 1', '255,255,255 0.75']);
  });

  test('a transition after the last clip draws nothing', () => {
    expect(brief(layersAt(19, [a, b], [], [makeTransition('b', 4)]))).toEqual(['b@19 1']);
  });

  test('fades are sampled in the middle of a frame, and give way to a transition at their edge', () => {
    const fading = makeClip('a', 10, { fadeInFlicks: frames(4), fadeOutFlicks: frames(4) });
    expect(brief(layersAt(0, [fading, b]))).toEqual(['a@10 0.125']);
    expect(brief(layersAt(9, [fading, b]))).toEqual(['a@19 0.125']);
    expect(brief(layersAt(9, [fading, b], [], [makeTransition('a', 2)]))).toEqual(['a@19 1', 'b@9 0.25']);
  });

  test('other tracks are drawn over main in track order, anchored items with their anchor', () => {
    const others = [
      makeCaption('hello', 5, { anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(1) } }),
      makeTitle('THE FILM', 4, {
        anchor: { to: 'item', itemId: itemId('b'), offsetFlicks: frames(-1) },
        fadeInFlicks: frames(2),
      }),
      makeClip('over', 30, {
        trackId: trackId('video'),
        anchor: { to: 'time', atFlicks: 0 },
        assetId: assetId(2),
        opacity: 0.5,
      }),
      makeClip('music', 30, { trackId: trackId('audio'), anchor: { to: 'time', atFlicks: 0 } }),
    ];
    expect(brief(layersAt(9, [a, b], others))).toEqual(['a@19 1', 'over@39 0.5', 'title THE FILM 0.25']);
    expect(brief(layersAt(11, [a, b], others))).toEqual([
      'b@11 1',
      'over@41 0.5',
      'title THE FILM 1',
      'caption hello 1',
    ]);
    expect(brief(layersAt(25, [a, b], others))).toEqual(['over@55 0.5']);
  });

  test('two voices at once become one caption with dashes', () => {
    const others = [
      makeCaption('x', 5, { speaker: 'ANN', text: 'Come\nhere' }),
      makeCaption('y', 5, { speaker: 'BEN', text: 'No', anchor: { to: 'time', atFlicks: frames(1) } }),
    ];
    expect(brief(layersAt(2, [a], others))).toEqual(['a@12 1', 'caption - Come here\n- No 1']);
  });

  test('an item whose anchor is gone is not drawn', () => {
    const others = [makeTitle('t', 5, { anchor: { to: 'item', itemId: itemId('gone'), offsetFlicks: 0 } })];
    expect(brief(layersAt(2, [a], others))).toEqual(['a@12 1']);
  });

  test('a still has no source time and any length', () => {
    const still = makeClip('s', 100, { sourceInFlicks: 0, sourceLengthFlicks: 0 });
    expect(brief(layersAt(99, [still]))).toEqual(['s@0 1']);
  });
});
