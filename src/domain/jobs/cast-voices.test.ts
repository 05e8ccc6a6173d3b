import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundOfPerson } from '../cast/sound-of-person.ts';
import { castVoices, type Unvoiced } from './cast-voices.ts';
import type { ModelVoice } from './model-facts.ts';

const voice = (id: string, gender: 'she' | 'he', age: 'child' | 'adult' | 'old' = 'adult'): ModelVoice => ({
  ...{ id, name: id, language: null, gender, age },
});
const voices = [
  voice('a', 'she'),
  voice('b', 'she'),
  voice('c', 'he'),
  voice('d', 'he', 'old'),
  voice('e', 'she', 'child'),
];
const person = (name: string, more: Partial<Unvoiced> = {}): Unvoiced => ({
  ...{ name, gender: null, age: null, spokeWith: null },
  ...more,
});

describe('who speaks with which voice', () => {
  test('sex and age are heard, and two people do not sound alike', () => {
    const cast = castVoices(
      [
        person('MARA', { gender: 'she' }),
        person('INES', { gender: 'she' }),
        person('HOLM', { gender: 'he', age: 'old' }),
        person('KID', { gender: 'she', age: 'child' }),
      ],
      voices,
    );
    expect(new Set([cast.get('MARA'), cast.get('INES')])).toEqual(new Set(['a', 'b']));
    expect(cast.get('HOLM')).toBe('d');
    expect(cast.get('KID')).toBe('e');
  });

  test('a voice that somebody was given by hand is nobody else’s while there are others', () => {
    expect(castVoices([person('MARA', { gender: 'she' })], voices, ['a']).get('MARA')).toBe('b');
  });

  const people = fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 8 }),
      gender: fc.constantFrom('she', 'he', null),
      age: fc.constantFrom('child', 'adult', 'old', null),
      spokeWith: fc.constantFrom('a', 'c', null),
    }),
    { selector: ({ name }) => name.toLowerCase(), maxLength: 8 },
  );

  test('it is steady: who comes last changes nobody’s voice, and who has spoken keeps theirs', () => {
    fc.assert(
      fc.property(people, (all) => {
        const silent = all.map((one) => ({ ...one, spokeWith: null }));
        const before = castVoices(silent.slice(0, -1), voices);
        const after = castVoices(silent, voices);
        for (const [name, given] of before) expect(after.get(name)).toBe(given);
        const cast = castVoices(all, voices);
        for (const { name, spokeWith } of all) if (spokeWith !== null) expect(cast.get(name)).toBe(spokeWith);
        expect(cast.size).toBe(all.length);
      }),
    );
  });

  test('a model without voices gives none', () => {
    expect(castVoices([person('MARA')], []).size).toBe(0);
  });
});

test.each([
  ['MARA', '60s, weathered hands, she wears a navy sweater', null, 'she', 'old'],
  ['TOMAS', 'seven years old', 'he', 'he', 'child'],
  ['OLD MAN', null, null, 'he', 'old'],
  ['Grandmother', null, null, 'she', 'old'],
  ['SECOND NURSE', 'in her twenties', null, 'she', 'young'],
  ['HOLM', '44, a captain', null, null, 'adult'],
  ['RADIO VOICE', null, null, null, null],
  ['MAN IN A GREY HAT', 'with a boy beside him', null, 'he', null],
] as const)('%s, %s', (name, description, told, gender, age) => {
  expect(soundOfPerson(name, description, told)).toEqual({ gender, age });
});
