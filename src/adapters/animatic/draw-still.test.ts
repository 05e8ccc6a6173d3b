import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aspects, frameSize } from '../../domain/project/frame-shape.ts';
import { Setting, TimeOfDay } from '../../domain/scenes/scene.ts';
import { CameraMove, ShotAngle, ShotKind, ShotSize } from '../../domain/shots/shot.ts';
import { drawStill } from './draw-still.ts';
import { lookNames } from './looks/look.ts';
import { exteriorPlaces, interiorPlaces } from './reading/places.ts';
import { thingKinds } from './reading/things.ts';
import { buildRequest } from './testing/build-request.ts';
import { pictureDistance } from './testing/picture-distance.ts';

const small = { widthPx: 128, heightPx: 72 } as const;

describe('a still', () => {
  test('is the same picture, byte for byte, for the same request', () => {
    const request = buildRequest({ slate: true });
    expect(
      drawStill(request)
        .toBuffer('image/png')
        .equals(drawStill(structuredClone(request)).toBuffer('image/png')),
    ).toBe(true);
  });

  test('is another picture for another shot of the same scene', () => {
    const descriptions = [
      'Mara polishes the great lens with a rag.',
      'A radio on the shelf crackles.',
      'Mara stops.',
      'The clockwork ticks under the floor.',
    ];
    const pictures = descriptions.map((description, i) =>
      drawStill(
        buildRequest({
          brief: {
            description,
            size: i === 2 ? 'close' : 'medium',
            kind: i % 2 === 0 ? 'action' : 'insert',
            characters: i % 2 === 0 ? [{ name: 'MARA', description: null }] : [],
            shotNumber: `2${'ABCD'[i]}`,
          },
        }),
      ),
    );
    for (let i = 0; i < pictures.length; i++) {
      for (let k = i + 1; k < pictures.length; k++) {
        const a = pictures[i];
        const b = pictures[k];
        if (a !== undefined && b !== undefined) expect(pictureDistance(a, b)).toBeGreaterThan(0.03);
      }
    }
  });

  test('changes its composition with the seed alone', () => {
    expect(
      pictureDistance(drawStill(buildRequest({ seed: 1 })), drawStill(buildRequest({ seed: 2 }))),
    ).toBeGreaterThan(0.015);
  });

  test('looks clearly different in every look', () => {
    const pictures = lookNames.map((style) => drawStill(buildRequest({ style })));
    pictures.forEach((a, i) => {
      pictures.slice(i + 1).forEach((b, k) => {
        expect(pictureDistance(a, b), `${lookNames[i]} and ${lookNames[i + 1 + k]}`).toBeGreaterThan(0.04);
      });
    });
  });

  test.each(Object.keys(aspects) as (keyof typeof aspects)[])('fills %s without a clear pixel', (aspect) => {
    const size = frameSize(aspect, 120);
    const canvas = drawStill(buildRequest({ ...size, slate: true }));
    expect([canvas.width, canvas.height]).toEqual([size.widthPx, size.heightPx]);
    expect(canvas.data().every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  });

  test.each([...exteriorPlaces, ...interiorPlaces])('draws the place "%s" by day and night', (place) => {
    const inside = (interiorPlaces as readonly string[]).includes(place);
    for (const timeOfDay of ['day', 'night'] as const) {
      const brief = {
        place: place.replace(/-/g, ' '),
        setting: inside ? ('interior' as const) : ('exterior' as const),
        timeOfDay,
        description: 'Tomas walks on.',
      };
      expect(drawStill(buildRequest({ ...small, brief })).width).toBe(small.widthPx);
    }
  });

  test('draws every thing by itself, in every look', () => {
    thingKinds.forEach((kind, i) => {
      const name = kind.replace(/-/g, ' ');
      const style = lookNames[i % lookNames.length] ?? 'cinema';
      const brief = {
        kind: 'insert' as const,
        size: 'close' as const,
        subject: name,
        description: `The ${name}.`,
        characters: [],
      };
      expect(drawStill(buildRequest({ ...small, style, brief })).height).toBe(small.heightPx);
    });
  });

  test('draws any brief whatever it says', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.lorem({ maxCount: 12 }),
      fc.constantFrom(...thingKinds),
    );
    const brief = fc.record({
      kind: fc.constantFrom(...ShotKind.options),
      size: fc.constantFrom(...ShotSize.options),
      angle: fc.constantFrom(...ShotAngle.options),
      move: fc.constantFrom(...CameraMove.options),
      lensMm: fc.double({ min: 0.01, max: 2000, noNaN: true }),
      description: words,
      subject: fc.option(words),
      dialogue: fc.option(
        fc.record({ speaker: words, text: words, parenthetical: fc.option(words), offScreen: fc.boolean() }),
      ),
      characters: fc.array(fc.record({ name: words, description: fc.option(words) }), { maxLength: 6 }),
      setting: fc.constantFrom(...Setting.options),
      place: fc.option(words),
      timeOfDay: fc.constantFrom(...TimeOfDay.options),
      mood: fc.option(words),
      sceneNumber: words,
      shotNumber: words,
    });
    fc.assert(
      fc.property(
        brief,
        fc.constantFrom(...lookNames, 'something else'),
        fc.boolean(),
        (parts, style, slate) => {
          const canvas = drawStill(buildRequest({ widthPx: 64, heightPx: 36, style, slate, brief: parts }));
          expect(canvas.data().every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });
});
