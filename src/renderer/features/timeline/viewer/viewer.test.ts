import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTimeline } from '../../../../domain/timeline/timeline-index.ts';
import { frames, makeClip, makeRows, testRate } from '../../../../testing/builders/timeline-rows.ts';
import { nextCut, previousCut } from './cuts.ts';
import { drawnSize, fitPicture } from './fit-picture.ts';
import { createViewedPlace } from './viewed-film.ts';
import { viewerActions } from './viewer-actions.ts';
import { createViewerSettings, readViewerSettings } from './viewer-settings.ts';

const index = indexTimeline(makeRows([makeClip('a', 24), makeClip('b', 48)]), testRate);

describe('cuts', () => {
  test('next and previous go from cut to cut, to the ends, and stay there', () => {
    expect([0, 10, 24, 71, 72].map((at) => nextCut(index, frames(at)) / frames(1))).toEqual([
      24, 24, 72, 72, 72,
    ]);
    expect([0, 10, 24, 25, 72].map((at) => previousCut(index, frames(at)) / frames(1))).toEqual([
      0, 0, 0, 24, 24,
    ]);
  });
});

describe('the size of the picture', () => {
  test('fills its room one way and keeps within it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 4000 }),
        (widthPx, heightPx) => {
          const place = fitPicture({ widthPx, heightPx }, { widthPx: 1920, heightPx: 1080 });
          expect(place.widthPx).toBeLessThanOrEqual(widthPx);
          expect(place.heightPx).toBeLessThanOrEqual(heightPx);
          expect(place.widthPx === widthPx || place.heightPx === heightPx).toBe(true);
        },
      ),
    );
  });

  test('what is drawn is no larger than the film nor than the screen shows, and less at a lower quality', () => {
    const film = { widthPx: 1920, heightPx: 1080 };
    const shown = { widthPx: 640, heightPx: 360 };
    expect(drawnSize(shown, film, 1, 'full')).toEqual(shown);
    expect(drawnSize(shown, film, 2, 'full')).toEqual({ widthPx: 1280, heightPx: 720 });
    expect(drawnSize(shown, film, 4, 'full')).toEqual(film);
    expect(drawnSize(shown, film, 2, 'quarter')).toEqual({ widthPx: 320, heightPx: 180 });
  });
});

describe('how a person watches', () => {
  test('is as it was left, whatever part of it can be read', () => {
    const settings = createViewerSettings({
      volume: 0.3,
      muted: true,
      quality: 'half',
      loop: true,
      scrubSound: false,
    });
    expect(settings.getState()).toEqual({
      volume: 0.3,
      muted: true,
      quality: 'half',
      guides: false,
      captions: true,
      loop: true,
      scrubSound: false,
    });
    for (const odd of [null, 'loud', [], { volume: 'loud', quality: 'best', loop: 1 }])
      expect(readViewerSettings(odd)).toEqual(createViewerSettings().getState());
    expect(readViewerSettings({ volume: 40 }).volume).toBe(1);
  });
});

describe('the commands without a player', () => {
  const film = { index: () => index, subscribe: () => () => undefined };
  const open = () => {
    const place = createViewedPlace();
    const actions = viewerActions({
      player: null,
      film,
      place,
      settings: createViewerSettings(),
      toggleFullScreen: () => undefined,
      stopHeld: () => false,
    });
    return { place, actions };
  };

  test('move the playhead and keep it in the film', () => {
    const { place, actions } = open();
    actions['play.frameOn'].run();
    expect(place.getState().playheadFlicks).toBe(frames(1));
    actions['play.toEnd'].run();
    expect(place.getState().playheadFlicks).toBe(frames(71));
    actions['play.frameOn'].run();
    expect(place.getState().playheadFlicks).toBe(frames(71));
    actions['play.toStart'].run();
    actions['play.frameBack'].run();
    expect(place.getState().playheadFlicks).toBe(0);
    expect(actions['play.toggle'].enabled?.()).toBe(false);
  });

  test('mark whole frames, and never an end before its beginning', () => {
    const { place, actions } = open();
    actions['play.markIn'].run();
    actions['play.markOut'].run();
    expect(place.getState()).toMatchObject({ inFlicks: 0, outFlicks: frames(1) });
    actions['play.toEnd'].run();
    actions['play.markIn'].run();
    expect(place.getState()).toMatchObject({ inFlicks: frames(71), outFlicks: null });
    actions['play.clearMarks'].run();
    expect(place.getState()).toMatchObject({ inFlicks: null, outFlicks: null });
  });
});
