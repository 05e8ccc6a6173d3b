import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { buildRequest } from '../testing/build-request.ts';
import { findMeanings } from './match-words.ts';
import { readAppearance } from './read-appearance.ts';
import { readStage } from './read-stage.ts';

const stage = (brief: Partial<ShotBrief>) =>
  readStage(
    buildRequest({
      brief: { characters: [], place: null, setting: 'unknown', timeOfDay: 'unknown', ...brief },
    }).brief,
  );

describe('reading a brief', () => {
  test.each([
    ['LIGHTHOUSE - LAMP ROOM', 'interior', 'lamp-room'],
    ['LIGHTHOUSE - STAIRWELL', 'interior', 'stairwell'],
    ['LIGHTHOUSE - RADIO ROOM', 'interior', 'radio-room'],
    ['NORTHERN COAST', 'exterior', 'coast'],
    ['LANDING STAGE', 'exterior', 'harbour'],
    ['SEA', 'exterior', 'sea'],
    ['church', 'interior', 'church'],
    ['GRANDMOTHER’S KITCHEN', 'interior', 'kitchen'],
    ['a place without a name', 'interior', 'room'],
    ['a place without a name', 'exterior', 'open-ground'],
  ] as const)('finds where "%s" (%s) is', (place, setting, expected) => {
    expect(stage({ place, setting, description: 'Somebody waits.' }).place).toBe(expected);
  });

  test('draws nothing that is said not to be there', () => {
    const plan = stage({
      place: 'SEA',
      setting: 'exterior',
      description: 'A calm, pink sea. No ship. The small boat is gone from the slip.',
    });
    expect([plan.hero, ...plan.things]).not.toContain('ship');
    expect([plan.hero, ...plan.things]).not.toContain('rowing-boat');
  });

  test('keeps the story’s things', () => {
    expect(
      stage({
        description: 'Inside the boat: a brass lantern, still lit.',
        kind: 'insert',
        subject: 'brass lantern',
      }).hero,
    ).toBe('lantern');
    expect(stage({ description: 'The dog takes the boat in its teeth.', subject: 'dog' }).things).toContain(
      'paper-boat',
    );
    expect(stage({ description: 'It passed the drowned tractor.' })).toMatchObject({
      flooded: true,
      hero: 'tractor',
    });
  });

  test('reads rain, fog and clear weather, and no storm in a storm shutter', () => {
    expect(stage({ description: 'Rain comes in sideways.' }).weather.has('rain')).toBe(true);
    expect(stage({ description: 'Her hand opens the storm shutters.' }).weather.size).toBe(0);
    expect(stage({ description: 'The sky is perfectly clear, no fog.' }).weather.has('fog')).toBe(false);
  });

  test('looks outside when a shot inside speaks of what is out there', () => {
    expect(
      stage({
        place: 'radio hut',
        setting: 'interior',
        description: 'The sky over the harbour is perfectly clear.',
      }),
    ).toMatchObject({ place: 'harbour', inside: false });
  });

  test('dresses people as they are described, the same every time', () => {
    const mara = readAppearance('MARA', '60s, weathered hands, a navy sweater darned at both elbows');
    expect(mara).toMatchObject({ age: 'old', garment: 'sweater' });
    expect(mara.top[2]).toBeGreaterThan(mara.top[0]);
    expect(readAppearance('MARA', '60s, weathered hands, a navy sweater darned at both elbows')).toEqual(
      mara,
    );
    expect(readAppearance('Woman', 'in a yellow raincoat')).toMatchObject({ garment: 'raincoat' });
    expect(readAppearance('Grandmother', null).age).toBe('old');
    expect(readAppearance('Boy', 'seven years old').age).toBe('child');
  });

  test('puts oilskins on for the shot that names them', () => {
    const characters = [{ name: 'MARA', description: 'a navy sweater' }];
    const plan = stage({ characters, description: 'Mara in oilskins drags the small boat up the slip.' });
    expect(plan.people[0]).toMatchObject({
      posture: 'pull',
      appearance: { garment: 'raincoat', headgear: 'souwester' },
    });
  });

  test('finds words, not parts of words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz'), minLength: 1, maxLength: 6 }), (tail) => {
        expect(findMeanings(`dog${tail}`, [['dog', 'dog']])).toEqual([]);
      }),
    );
  });
});
