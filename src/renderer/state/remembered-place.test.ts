import { describe, expect, test } from 'vitest';
import { readPlace, withPlace } from './remembered-place.ts';

const place = { playheadFlicks: 705_600_000, inFlicks: null, outFlicks: 1_411_200_000 };

describe('where a person was in a film', () => {
  test('is found again', () => {
    expect(readPlace(withPlace(undefined, 'a', place), 'a')).toEqual(place);
    expect(readPlace(withPlace({}, 'a', place), 'b')).toBe(null);
  });

  test('is nowhere where something else was kept', () => {
    for (const odd of [null, 'a', [], { a: null }, { a: { playhead: -1 } }, { a: { playhead: 0.5 } }])
      expect(readPlace(odd, 'a')).toBe(null);
    expect(readPlace({ a: { playhead: 5, in: 9, out: 3 } }, 'a')).toEqual({
      playheadFlicks: 5,
      inFlicks: null,
      outFlicks: null,
    });
  });

  test('is remembered for so many projects, those that were left last', () => {
    let places: unknown = {};
    for (let n = 0; n < 100; n++) places = withPlace(places, `p${n}`, place);
    places = withPlace(places, 'p50', place);
    expect(Object.keys(places as object)).toHaveLength(60);
    expect(readPlace(places, 'p99')).toEqual(place);
    expect(readPlace(places, 'p10')).toBe(null);
    expect(Object.keys(places as object).at(-1)).toBe('p50');
  });
});
